// Shows a BPMN diagram and where a case is on it: data-src, data-done, data-now and data-failed name element ids.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

const INK = { defaultFillColor: '#ffffff', defaultStrokeColor: '#1f2937', defaultLabelColor: '#1f2937' };
const MARKS = ['done', 'now', 'failed'];

export default async function show(element) {
  style(element.dataset.style);
  const answer = await fetch(element.dataset.src, { headers: { Accept: 'application/xml' } });
  if (!answer.ok) {
    element.textContent = element.dataset.unavailable;
    return;
  }
  const viewer = new NavigatedViewer({ container: element, bpmnRenderer: INK });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  const shapes = viewer.get('elementRegistry');
  for (const mark of MARKS) {
    for (const id of (element.dataset[mark] ?? '').split(' ').filter((each) => shapes.get(each))) {
      canvas.addMarker(id, `bpmn-${mark}`);
    }
  }
}

function style(address) {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}
