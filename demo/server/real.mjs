import {REAL_VENDORS} from '../vendors/real.mjs';
import {toScriptJson} from './script-json.mjs';

/** The service and the gated scripts that `real.html?vendor=…` shows. */
export function fillReal(query) {
  const id = Object.hasOwn(REAL_VENDORS, query.vendor) ? query.vendor : 'posthog';
  const {name, service, module} = REAL_VENDORS[id];
  const start = writeStart(id);
  return {
    vendor: name,
    service: indent(toScriptJson({id, ...service}), 10),
    scripts: module
      ? inlineTag(id, start, ' data-type="module"')
      : `${externalTag(id)}\n      ${inlineTag(id, start)}`,
  };
}

/** Without a call to stop, a vendor says goodbye when the page reloads after a withdrawal. */
function writeStart(id) {
  const {start, stop} = REAL_VENDORS[id];
  if (!stop) return start;
  return `${start}

document.addEventListener('consent-change', ({change}) => {
  if (change.denied.includes('${id}')) ${stop};
});`;
}

function externalTag(id) {
  return `<script type="text/plain" data-category="analytical" data-service="${id}" src="/vendor-real/${id}.js"></script>`;
}

function inlineTag(id, start, type = '') {
  return `<script type="text/plain"${type} data-category="analytical" data-service="${id}">\n${indent(start.trim(), 8, true)}\n      </script>`;
}

function indent(text, spaces, first = false) {
  const lines = text
    .split('\n')
    .map((line) => line && ' '.repeat(spaces) + line)
    .join('\n');
  return first ? lines : lines.trimStart();
}
