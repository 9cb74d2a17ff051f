// What may be drawn: the elements that the server says are executed, and nothing else.

const TOOLS = [
  ['hand-tool', 'bpmn-icon-hand-tool', 'handTool', 'activateHand'],
  ['lasso-tool', 'bpmn-icon-lasso-tool', 'lassoTool', 'activateSelection'],
  ['global-connect-tool', 'bpmn-icon-connection-multi', 'globalConnect', 'start'],
];

const SHAPES = [
  ['startEvent', 'bpmn-icon-start-event-none'],
  ['endEvent', 'bpmn-icon-end-event-none'],
  ['intermediateThrowEvent', 'bpmn-icon-intermediate-event-none'],
  ['userTask', 'bpmn-icon-user-task'],
  ['serviceTask', 'bpmn-icon-service-task'],
  ['scriptTask', 'bpmn-icon-script-task'],
  ['businessRuleTask', 'bpmn-icon-business-rule-task'],
  ['callActivity', 'bpmn-icon-call-activity'],
  ['subProcess', 'bpmn-icon-subprocess-expanded'],
  ['exclusiveGateway', 'bpmn-icon-gateway-xor'],
  ['parallelGateway', 'bpmn-icon-gateway-parallel'],
  ['inclusiveGateway', 'bpmn-icon-gateway-or'],
  ['eventBasedGateway', 'bpmn-icon-gateway-eventbased'],
];

const EVENT = /-(start|end|boundary|intermediate-catch|intermediate-throw|intermediate)$/;
const NEVER = /cancel|multiple|transaction|pool|participant|complex/;
const typed = (name) => `bpmn:${name[0].toUpperCase()}${name.slice(1)}`;
const camel = (name) => name.replace(/-(\w)/g, (all, letter) => letter.toUpperCase());

export default function palette(elements) {
  const options = (name) => ({ type: typed(name), ...(name === 'subProcess' ? { isExpanded: true } : {}) });

  function Palette(parts, create, elementFactory, injector, translate) {
    parts.registerProvider(this);
    this.getPaletteEntries = () => {
      const entries = {};
      for (const [name, className, tool, verb] of TOOLS) {
        const act = (event) => injector.get(tool)[verb](event);
        entries[name] = { group: 'tools', className, title: translate(name), action: { click: act } };
      }
      for (const [name, className] of SHAPES.filter(([each]) => elements.has(each))) {
        const begin = (event) => create.start(event, elementFactory.createShape(options(name)));
        entries[`create.${name}`] = { group: 'shapes', className, title: name, action: { dragstart: begin, click: begin } };
      }
      return entries;
    };
  }
  Palette.$inject = ['palette', 'create', 'elementFactory', 'injector', 'translate'];

  /** Beside a chosen element: what follows it is a step of people, not a task of no kind. */
  function Pad(contextPad, autoPlace, elementFactory, create) {
    contextPad.registerProvider(500, {
      getContextPadEntries: (element) => (entries) => {
        delete entries['append.text-annotation'];
        if (entries['append.append-task']) {
          const fresh = () => elementFactory.createShape({ type: 'bpmn:UserTask' });
          entries['append.append-task'] = {
            group: 'model',
            className: 'bpmn-icon-user-task',
            title: 'userTask',
            action: { click: () => autoPlace.append(element, fresh()), dragstart: (event) => create.start(event, fresh(), { source: element }) },
          };
        }
        return entries;
      },
    });
  }
  Pad.$inject = ['contextPad', 'autoPlace', 'elementFactory', 'create'];

  /** What an element may become: as the menu names it, replace-with-user-task. */
  function Menu(popupMenu) {
    popupMenu.registerProvider('bpmn-replace', 500, {
      getPopupMenuEntries: () => (entries) => {
        for (const id of Object.keys(entries)) {
          const name = id.replace(/^replace-with-/, '').replace(/^(expanded|collapsed)-/, '').replace(/-expanded$|-collapsed$/, '');
          const flow = /flow$/.test(name);
          if (NEVER.test(id) || !(flow || EVENT.test(id) || /none/.test(id) || elements.has(camel(name).replace('subprocess', 'subProcess')))) {
            delete entries[id];
          }
        }
        return entries;
      },
    });
  }
  Menu.$inject = ['popupMenu'];

  return {
    __init__: ['paletteProvider', 'executedPad', 'executedMenu'],
    paletteProvider: ['type', Palette],
    executedPad: ['type', Pad],
    executedMenu: ['type', Menu],
  };
}
