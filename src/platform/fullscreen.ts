/** Fills the screen where the browser allows it; a refusal changes nothing. */
export async function enterFullscreen(): Promise<void> {
  try {
    if (!document.fullscreenElement) await document.documentElement.requestFullscreen();
  } catch {
    // A page opened by a link has no user's gesture, so the browser says no; the page is as large as its window.
  }
}

/** Whether the page fills the screen. */
export const isFullscreen = (): boolean => document.fullscreenElement !== null;

/** Leaves the full screen, if the page fills it. */
export async function leaveFullscreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
}
