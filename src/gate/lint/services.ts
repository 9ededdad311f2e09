import type {Config, Service} from '../../types.js';
import {described} from '../../core/services.js';
import {likeness} from './shelf.js';
import type {Warn} from './warn.js';

/** What the options allow and a site should know. */
export function checkServices(config: Config, warn: Warn): void {
  for (const service of config.services) checkNecessity(service, warn);
  for (const service of described(config)) if (service.mode === 'signal') explainSignal(service, warn);
}

/** A service whose file is still on its way is known by its `use`. */
function checkNecessity(service: Config['services'][number], warn: Warn): void {
  if ((service as Service).category !== 'necessary') return;
  const known = likeness('use' in service ? {id: service.use} : service);
  if (!known || known.category === 'necessary') return;
  warn(
    `${service.id} is filed as necessary, so it runs without a question, and ${known.name} is usually ` +
      `${known.category}; write "category": "${known.category}", unless the visitor asked for what cannot work without it`,
  );
}

function explainSignal({id, hosts = []}: Service, warn: Warn): void {
  const isGoogle = hosts.includes('www.googletagmanager.com');
  warn(
    `${id} has mode "signal": before any consent it loads, and sends the visitor's IP address, browser and the ` +
      `page's address to ${hosts.join(', ') || 'its hosts'}${isGoogle ? ', in pings without cookies' : ''}; ` +
      'to send nothing before consent, write "mode": "block"',
  );
}
