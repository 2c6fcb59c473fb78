import type { LaunchOptions } from './extension-browser.ts';

type Preferences = Record<string, string | number | boolean>;

/**
 * What makes Firefox quiet, offline and predictable, beyond what Puppeteer sets already.
 *
 * @param hosts - the host that an extension's pages shall have, a UUID, by the extension's id
 */
export function firefoxPreferences(
  options: Partial<LaunchOptions>,
  hosts: Readonly<Record<string, string>>,
): Preferences {
  const { proxyPort = 9, isForPerson = false, language = 'en-US', prefs = {} } = options; // port 9 is 'discard': nobody listens there
  return {
    // Left to move, its own tabs and panels take a fifth of its time.
    ...(isForPerson ? {} : { ...proxyPreferences(proxyPort), 'ui.prefersReducedMotion': 1 }),
    ...quietPreferences,
    'extensions.webextensions.uuids': JSON.stringify(hosts),
    'xpinstall.signatures.required': false,
    'intl.accept_languages': language,
    'intl.locale.requested': language,
    ...prefs,
  };
}

function proxyPreferences(port: number): Preferences {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.failover_direct': false,
  };
}

const quietPreferences: Preferences = {
  'app.update.auto': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.ml.enable': false,
  'browser.newtabpage.activity-stream.feeds.telemetry': false,
  'browser.ping-centre.telemetry': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.search.geoip.url': '',
  'captivedetect.canonicalURL': '',
  'datareporting.usage.uploadEnabled': false,
  'dom.ipc.processPrelaunch.enabled': false, // a process for a page that may come
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.url': '',
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.predictor.enabled': false,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'nimbus.rollouts.enabled': false,
  'security.OCSP.enabled': 0,
  'security.remote_settings.crlite_filters.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
};
