/**
 * How far apart two pictures of the page are within a box: the largest difference of a pixel's red, green, blue
 * or opacity, 0 to 255. The page decodes them: the bytes of equal pictures may differ.
 *
 * @param {import('./page.mjs').Page} page
 * @param {Buffer} one - PNG
 * @param {Buffer} other - PNG
 * @param {{x: number, y: number, width: number, height: number}} box
 * @returns {Promise<number>}
 */
export async function largestDifference(page, one, other, box) {
  if (one.equals(other)) return 0;
  const pictures = [one, other].map((picture) => picture.toString('base64'));
  return page.evaluate(
    async (pictures, {x, y, width, height}) => {
      const pixelsOf = async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(x, y, width, height).data;
      };
      const [before, after] = await Promise.all(pictures.map(pixelsOf));
      return before.reduce((largest, value, index) => Math.max(largest, Math.abs(value - after[index])), 0);
    },
    pictures,
    box,
  );
}
