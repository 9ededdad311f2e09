/**
 * Services ask for their vendors by the names that these really have. On a developer's machine those names lead
 * to the vendors, so this sends scripts for other hosts to the stand-ins below `/vendor/`; what a stand-in then
 * asks for stays there by itself. The page's policy refuses whatever else would leave.
 */
const source = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src');
Object.defineProperty(HTMLScriptElement.prototype, 'src', {
  ...source,
  set(address) {
    const {host, pathname, search} = new URL(address, location.href);
    source.set.call(this, host === location.host ? address : `/vendor/${host}${pathname}${search}`);
  },
});
