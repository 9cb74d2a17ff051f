// The expert view: draws a model, shows the settings of what is chosen, and asks the server what speaks against it.
import Modeler from 'bpmn-js/lib/Modeler';
import { style } from './style.js';
import { meta } from '../parts/page.js';
import palette from './modeler/palette.js';
import { panel } from './modeler/panel.js';
import { remarks } from './modeler/remarks.js';

const INK = { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--ink)', defaultLabelColor: 'var(--ink)' };
const PAUSE = 700;
const PALETTE = 130;
const MARGIN = 20;
const csrf = () => ({ [meta('csrf-header')]: meta('csrf-token') });

// The whole drawing, beside the palette.
const fit = (canvas) => {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(1, (outer.width - PALETTE - MARGIN) / inner.width, (outer.height - MARGIN) / inner.height);
  const [width, height] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: inner.x - PALETTE / scale, y: inner.y + (inner.height - height) / 2, width, height });
};

export default async function show(desk) {
  style(desk.dataset.style);
  const part = (name) => desk.querySelector(`[data-${name}]`);
  const elements = new Set(desk.dataset.elements.split(' '));
  const modeler = new Modeler({ container: part('canvas'), bpmnRenderer: INK, additionalModules: [palette(elements)] });
  const home = desk.dataset.home;
  let revision = desk.dataset.revision;
  let saved = true;

  const send = async (path, extra = {}) => {
    const { xml } = await modeler.saveXML({ format: true });
    const body = new URLSearchParams({ bpmn: xml, ...extra });
    return fetch(path, { method: 'POST', headers: { ...csrf(), Accept: 'application/json' }, body });
  };
  const list = remarks(part('remarks'), part('fine'), modeler);
  const state = (is, words) => {
    saved = is;
    part('state').textContent = words ?? part('state').dataset[is ? 'saved' : 'changed'];
    part('publish').disabled = !is;
  };

  let later;
  const check = () => {
    clearTimeout(later);
    later = setTimeout(async () => {
      const answer = await send(`${home}/check`);
      if (answer.ok) list(await answer.json());
    }, PAUSE);
  };

  modeler.on('commandStack.changed', () => {
    state(false);
    check();
  });
  panel(part('panel'), modeler);

  part('save').addEventListener('click', async () => {
    const answer = await send(home, { revision });
    const said = await answer.json();
    if (!answer.ok) return state(false, said.detail);
    revision = said.revision;
    part('revision-field').value = revision;
    list(said.remarks);
    state(true);
  });
  part('import').addEventListener('change', async ({ target }) => {
    try {
      await modeler.importXML(await target.files[0].text());
      fit(modeler.get('canvas'));
      state(false);
      check();
    } catch (broken) {
      state(false, broken.message);
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (!saved) event.preventDefault();
  });

  await modeler.importXML(await (await fetch(desk.dataset.src)).text());
  fit(modeler.get('canvas'));
  desk.dataset.ready = '';
  check();
}
