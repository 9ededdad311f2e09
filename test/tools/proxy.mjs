import {once} from 'node:events';
import http from 'node:http';
import net from 'node:net';

/**
 * One connection that a browser asked for.
 *
 * @typedef {{time: number, host: string, port: number}} Connection
 */

/**
 * What browsers want from their makers however they are configured: updates, sign-in, the time. Refused and
 * not counted, since no page asked for it.
 */
const BROWSER_ERRANDS =
  /(^|\.)(mozilla\.(org|com|net)|firefox\.com|gvt1\.com|(accounts|clients\d)\.google\.com|(update|optimizationguide-pa|safebrowsing|content-autofill)\.googleapis\.com)$/;

/**
 * A forward proxy on loopback that leads every host name to the demo server, so that `www.shop.test` and
 * `www.googletagmanager.com` exist in every engine and nothing leaves this machine.
 *
 * @param {{port: number, tlsPort: number}} demo
 */
export async function startProxy(demo) {
  /** @type {Connection[]} */
  const connections = [];
  const sockets = new Set();
  const server = http.createServer((request, response) => {
    const {hostname, port} = new URL(request.url ?? '');
    if (BROWSER_ERRANDS.test(hostname)) return response.writeHead(403).end();
    connections.push({time: Date.now(), host: hostname, port: Number(port || 80)});
    forward(request, response, demo.port);
  });
  server.on('connection', (socket) => remember(sockets, socket));
  server.on('connect', (request, socket, head) => {
    const {hostname, port} = new URL(`tcp://${request.url}`);
    if (BROWSER_ERRANDS.test(hostname)) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    connections.push({time: Date.now(), host: hostname, port: Number(port)});
    tunnel(socket, head, port === '80' ? demo.port : demo.tlsPort);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: /** @type {net.AddressInfo} */ (server.address()).port,
    /** The hosts that were connected to since the last `clear()`, each once, in order. */
    hosts: () => [...new Set(connections.map(({host}) => host))],
    clear: () => void connections.splice(0),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {number} port */
function forward(request, response, port) {
  const {pathname, search} = new URL(request.url ?? '');
  const {'proxy-connection': _, ...headers} = request.headers;
  const options = {host: '127.0.0.1', port, method: request.method, path: pathname + search, headers};
  const onward = http.request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** @param {import('node:stream').Duplex} socket @param {Buffer} head @param {number} port */
function tunnel(socket, head, port) {
  const onward = net.connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  // The end of one is the end of the other, or a half of it would keep the process alive.
  onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.on('error', () => onward.destroy()).on('close', () => onward.destroy());
}

/** @param {Set<net.Socket>} sockets @param {net.Socket} socket */
function remember(sockets, socket) {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
}
