/** What an element is marked with. `dataset` would also tell what the page has put on `Object.prototype`. */
export const mark = (element: Element, name: string): string | undefined =>
  element.getAttribute(`data-${name}`) ?? undefined;
