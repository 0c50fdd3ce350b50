import { Button, SimpleGrid, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PinPad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const FEWEST = 4;
const MOST = 6;

/** Keys for a PIN, which nobody sees; also by the keyboard. */
export function PinPad({ isWaiting, onPin }: { isWaiting?: boolean; onPin: (pin: string) => Promise<unknown> }) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isReady = pin.length >= FEWEST && !isWaiting;

  async function enter() {
    if (!isReady) return;
    setBusy(true);
    await onPin(pin);
    setBusy(false);
    setPin('');
  }
  const add = (digit: string) => setPin((typed) => (typed.length < MOST ? typed + digit : typed));
  const back = () => setPin((typed) => typed.slice(0, -1));

  function onKeyDown({ key, target, currentTarget }: KeyboardEvent) {
    if (/^\d$/.test(key)) add(key);
    else if (key === 'Enter' && target === currentTarget) void enter();
    else if (key === 'Backspace') back();
  }

  return (
    <form
      className={classes.pad}
      tabIndex={-1}
      data-autofocus
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <p className={classes.dots} aria-hidden="true">
        {'●'.repeat(pin.length) || '○○○○'}
      </p>
      <VisuallyHidden role="status">{t('device.pinTyped', { count: pin.length })}</VisuallyHidden>
      <SimpleGrid cols={3} spacing="sm">
        {DIGITS.map((digit) => (
          <Button key={digit} variant="default" className={classes.key} onClick={() => add(digit)}>
            {digit}
          </Button>
        ))}
        <Button variant="default" className={classes.key} onClick={back} aria-label={t('device.pinBack')}>
          ⌫
        </Button>
        <Button variant="default" className={classes.key} onClick={() => add('0')}>
          0
        </Button>
        <Button type="submit" className={classes.key} disabled={!isReady} loading={isBusy}>
          {t('device.pinEnter')}
        </Button>
      </SimpleGrid>
    </form>
  );
}
