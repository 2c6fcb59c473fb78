import type { CDPSession, Page, Protocol } from 'puppeteer-core';

/** Runs `body` for each closed shadow root of `page`, in document order. See `ExtensionBrowser.inClosedRoots`. */
export async function inClosedRoots<Result>(
  page: Page,
  body: (root: ShadowRoot) => Result,
): Promise<Awaited<Result>[]> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const results: Awaited<Result>[] = [];
    for (const { backendNodeId } of closedRootsIn(root)) {
      results.push(await callOn(session, backendNodeId, body));
    }
    return results;
  } finally {
    await session.detach();
  }
}

function closedRootsIn(node: Protocol.DOM.Node): Protocol.DOM.Node[] {
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRootsIn);
  return node.shadowRootType === 'closed' ? [node, ...below] : below;
}

async function callOn<Result>(
  session: CDPSession,
  backendNodeId: number,
  body: (root: ShadowRoot) => Result,
): Promise<Awaited<Result>> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: `function () { return (${body.toString()})(this); }`,
    ...(object.objectId !== undefined && { objectId: object.objectId }),
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value as Awaited<Result>;
}
