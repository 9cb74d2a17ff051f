// What speaks against the model: a list that leads to each element, and a mark on it.
export function remarks(list, fine, modeler) {
  let marked = [];
  return (all) => {
    const canvas = modeler.get('canvas');
    const shapes = modeler.get('elementRegistry');
    marked.filter((id) => shapes.get(id)).forEach((id) => canvas.removeMarker(id, 'bpmn-refused'));
    marked = all.map((one) => one.element).filter((id) => shapes.get(id));
    marked.forEach((id) => canvas.addMarker(id, 'bpmn-refused'));
    fine.hidden = all.length > 0;
    list.replaceChildren(
      ...all.map((one) => {
        const row = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'expert__remark';
        const [name, reason, place] = ['strong', 'span', 'small'].map((tag) => document.createElement(tag));
        name.textContent = one.name;
        reason.textContent = one.reason;
        place.className = 'muted number';
        place.textContent = one.line ? `${one.element} · ${list.dataset.line.replace('%', one.line)}` : one.element;
        button.append(name, reason, place);
        button.addEventListener('click', () => {
          const shape = shapes.get(one.element);
          if (!shape) return;
          modeler.get('selection').select(shape);
          canvas.scrollToElement(shape);
        });
        row.append(button);
        return row;
      }),
    );
  };
}
