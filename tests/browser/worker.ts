// Ends the background worker as the browser does after half a minute without events. Owns that only.

import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from './sparekey.ts';

export async function endWorker(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const workers = async (): Promise<string[]> => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'service_worker').map(({ targetId }) => targetId);
  };
  for (const targetId of await workers()) await session.send('Target.closeTarget', { targetId });
  await eventually(workers, (left) => left.length === 0);
  await session.detach();
}
