/** Puppeteer puts its own to these. */
const FEATURES_OFF = [
  'AutofillServerCommunication',
  'OptimizationGuideModelDownloading',
  'OptimizationHintsFetching',
  'SpareRendererForSitePerProcess', // a process for a page that may come
];

/** Nothing is looked up, reported, updated or asked on the way. */
export function quietArgs(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // root can't have one
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-field-trial-config',
    `--disable-features=${FEATURES_OFF.join()}`,
    '--disable-search-engine-choice-screen',
    '--no-default-browser-check',
    '--no-pings',
    '--no-service-autorun',
    '--force-device-scale-factor=1',
    '--screen-info={1600x1200}',
  ];
}

/** Port 9 is 'discard': nobody listens there. */
export function proxyArgs(port = 9): string[] {
  return [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];
}
