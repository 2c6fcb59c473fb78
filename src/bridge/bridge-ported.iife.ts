import { send } from './send.ts';
import { startBridge, untilShown } from './start-bridge.ts';

// Registered for chosen origins with a port of their own, by a match pattern, which means every port of the host.
// Silent until the background, which reads this document's origin from the browser, puts the provider here, or doesn't.
if (isSecureContext && location.port !== '' && !location.hostname.endsWith('.')) {
  void provided().then((isChosen) => isChosen && startBridge());
}

async function provided(): Promise<boolean> {
  // The background serves no page that the browser only prepares.
  await untilShown();
  const { kind } = await send({ wire: 'vendor', id: crypto.randomUUID(), call: 'provide' });
  return kind === 'answer';
}
