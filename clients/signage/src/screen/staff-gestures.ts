const LONG_PRESS_MS = 800;

/** What staff can do to a screen without a console: a tap or F fills the screen, I or a long press asks how it is. */
export function onStaffGesture(gestures: { fill: () => void; ask: () => void }): () => void {
  let pressedAt = 0;
  const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return;
    if (key.toLowerCase() === 'f') gestures.fill();
    if (key.toLowerCase() === 'i') gestures.ask();
  };
  const onDown = () => {
    pressedAt = Date.now();
  };
  const onUp = () => (Date.now() - pressedAt > LONG_PRESS_MS ? gestures.ask() : gestures.fill());
  window.addEventListener('keydown', onKey);
  window.addEventListener('pointerdown', onDown);
  window.addEventListener('pointerup', onUp);
  return () => {
    window.removeEventListener('keydown', onKey);
    window.removeEventListener('pointerdown', onDown);
    window.removeEventListener('pointerup', onUp);
  };
}

export function fillScreen(): void {
  // A browser that does not allow it shows the board in its window.
  if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => undefined);
}
