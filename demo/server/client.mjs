import {createHash} from 'node:crypto';

/** Tells two browsers on this machine apart without storing anything in either. */
export function clientOf(c) {
  const {remoteAddress = ''} = c.env.incoming.socket;
  return createHash('sha256')
    .update(remoteAddress)
    .update(c.req.header('user-agent') ?? '')
    .digest('hex')
    .slice(0, 8);
}
