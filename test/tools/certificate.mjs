import {createHash, X509Certificate} from 'node:crypto';
import {generate} from 'selfsigned';

/**
 * A certificate made for this run and known to nobody. `fingerprint` is what Chromium is told to trust: it
 * then treats the pages as properly secured, the back-forward cache included.
 *
 * @returns {Promise<{key: string, cert: string, fingerprint: string}>}
 */
export async function createCertificate() {
  const made = await generate([{name: 'commonName', value: 'www.shop.test'}], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{name: 'subjectAltName', altNames: [{type: 2, value: 'www.shop.test'}]}],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({type: 'spki', format: 'der'});
  const fingerprint = createHash('sha256').update(publicKey).digest('base64');
  return {key: made.private, cert: made.cert, fingerprint};
}
