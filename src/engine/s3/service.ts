import { objectRecords } from '../cloudtrail/objectRecords.ts';
import { recorded } from '../cloudtrail/recorded.ts';
import type { Service } from '../service.ts';
import type { World } from '../world.ts';
import { isServed, playOpenUrl } from './openUrl.ts';
import { playDownload } from './download.ts';
import { playSendForm, playSignForm } from './playForm.ts';
import { playHandOver, playPresign } from './presign.ts';

/** Presigned URLs of S3. */
export const S3_SERVICE: Service = {
  plays: {
    presign: playPresign,
    'hand-over': playHandOver,
    'open-url': recorded(playOpenUrl, objectRecords),
    download: playDownload,
    'sign-form': playSignForm,
    'send-form': playSendForm,
  },
  settles: markEnded,
};

/** Marks the URLs that S3 would serve before a change and refuses after it. */
function markEnded(before: World, after: World): World {
  const urls = Object.entries(after.presignedUrls).map(([id, url]) => {
    const ends = url.ended === undefined && isServed(before, id) && !isServed(after, id);
    return [id, ends ? { ...url, ended: after.now } : url] as const;
  });
  return { ...after, presignedUrls: Object.fromEntries(urls) };
}
