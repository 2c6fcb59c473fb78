import { startBridge } from './start-bridge.ts';

// Registered for chosen origins on their scheme's own port, by a match pattern, which knows no port and forgives a
// trailing dot: on those other origins, leave no trace.
if (isSecureContext && location.port === '' && !location.hostname.endsWith('.')) {
  startBridge();
}
