import {matchesGlob} from '../core/glob.js';

/**
 * Whether a page's path is one of those listed. `*` stands for anything; a slash at the end, the query and the
 * fragment make no difference. What lies on another host is none of them.
 */
export function matchesPath(listed: readonly string[], {href, origin}: Location | URL): boolean {
  const path = withoutSlash(new URL(href).pathname);
  return listed.some((pattern) => {
    const {origin: host, pathname} = new URL(pattern, href);
    return host === origin && matchesGlob(withoutSlash(pathname), path);
  });
}

const withoutSlash = (path: string) => path.replace(/\/$/, '');
