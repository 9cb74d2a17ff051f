// Shows a BPMN diagram and where a case is on it: data-src, and data-done and the like name element ids.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { style } from './style.js';

const INK = { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--ink)', defaultLabelColor: 'var(--ink)' };
const MARGIN = 24;
const MARKS = ['done', 'now', 'failed', 'added', 'changed', 'removed'];

export default async function show(element) {
  style(element.dataset.style);
  const answer = await fetch(element.dataset.src, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    element.textContent = element.dataset.unavailable;
    return;
  }
  const model = await answer.text();
  // A model may come without a drawing.
  if (!model.includes('BPMNPlane')) {
    element.textContent = element.dataset.undrawn;
    return;
  }
  const viewer = new NavigatedViewer({ container: element, bpmnRenderer: INK });
  await viewer.importXML(model);
  const canvas = viewer.get('canvas');
  fit(canvas);
  const shapes = viewer.get('elementRegistry');
  for (const mark of MARKS) {
    for (const id of (element.dataset[mark] ?? '').split(' ').filter((each) => shapes.get(each))) {
      canvas.addMarker(id, `bpmn-${mark}`);
    }
  }
}

/** The whole diagram in sight, with air around it, and never larger than drawn. */
function fit(canvas) {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(1, outer.width / (inner.width + 2 * MARGIN), outer.height / (inner.height + 2 * MARGIN));
  const [width, height] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: inner.x - (width - inner.width) / 2, y: inner.y - (height - inner.height) / 2, width, height });
}
