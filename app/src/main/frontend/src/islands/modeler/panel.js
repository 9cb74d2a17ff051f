// The settings of the element that is chosen. Each control says where it stands: data-own is an attribute of the element,
// data-inner with data-name one of an extension inside it, data-rest all others of that extension, a line each.
const NAMESPACE = 'urn:zhangfa:bpmn:1';

export function panel(part, modeler) {
  const modeling = modeler.get('modeling');
  const moddle = modeler.get('moddle');
  let chosen = null;

  const inner = (name) =>
    chosen.businessObject.extensionElements?.get('values').find((each) => each.$type.toLowerCase() === `zhangfa:${name}`);
  const attributes = (extension) => Object.fromEntries(Object.entries(extension ?? {}).filter(([key]) => !key.startsWith('$')));

  /** Puts an extension with these attributes in the place of the one that is there; without any it goes. */
  function write(name, said) {
    const owner = chosen.businessObject;
    const others = (owner.extensionElements?.get('values') ?? []).filter((each) => each !== inner(name));
    const values = Object.keys(said).length ? [...others, moddle.createAny(`zhangfa:${name}`, NAMESPACE, said)] : others;
    const extensions = values.length ? moddle.create('bpmn:ExtensionElements', { values }) : undefined;
    if (extensions) extensions.$parent = owner;
    modeling.updateProperties(chosen, { extensionElements: extensions });
  }

  const lines = (said, without) =>
    Object.entries(said).filter(([key]) => key !== without).map(([key, value]) => `${key}=${value}`).join('\n');
  const read = (text) =>
    Object.fromEntries(text.split('\n').map((line) => line.split('=')).filter(([key]) => /^[\w-]+$/.test(key.trim())).map(([key, ...rest]) => [key.trim(), rest.join('=').trim()]));

  const own = (name) => chosen.businessObject.get(name) ?? chosen.businessObject.$attrs[name] ?? '';

  function fill(control) {
    const { own: name, inner: extension, name: attribute, rest } = control.dataset;
    if (name) control.value = own(name);
    else if (attribute) control.value = attributes(inner(extension))[attribute] ?? '';
    else if (extension) control.value = lines(attributes(inner(extension)), rest);
    else if ('condition' in control.dataset) control.value = chosen.businessObject.conditionExpression?.body ?? '';
    else control.value = chosen.businessObject.documentation?.[0]?.text ?? '';
  }

  function keep(control) {
    const { own: name, inner: extension, name: attribute, rest } = control.dataset;
    const value = control.value.trim();
    if (name) {
      modeling.updateProperties(chosen, { [name]: value || undefined });
    } else if (attribute) {
      const said = { ...attributes(inner(extension)), [attribute]: value };
      if (!value) delete said[attribute];
      write(extension, said);
    } else if (extension) {
      const kept = attributes(inner(extension))[rest];
      write(extension, { ...(kept ? { [rest]: kept } : {}), ...read(value) });
    } else if ('condition' in control.dataset) {
      modeling.updateProperties(chosen, { conditionExpression: value ? moddle.create('bpmn:FormalExpression', { body: value }) : undefined });
    } else {
      modeling.updateProperties(chosen, { documentation: value ? [moddle.create('bpmn:Documentation', { text: value })] : [] });
    }
  }

  function show([element]) {
    chosen = element?.labelTarget ?? element;
    part.hidden = !chosen;
    if (!chosen) return;
    part.querySelector('[data-id]').textContent = chosen.id;
    const type = chosen.businessObject.$type.replace('bpmn:', '');
    for (const group of part.querySelectorAll('[data-for]')) group.hidden = group.dataset.for !== type;
    part.querySelectorAll('input, select, textarea').forEach(fill);
  }

  part.addEventListener('change', ({ target }) => chosen && keep(target));
  modeler.on('selection.changed', ({ newSelection }) => show(newSelection));
}
