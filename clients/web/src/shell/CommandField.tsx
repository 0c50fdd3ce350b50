import { Button, Kbd, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { useTenant } from '../session/viewer.tsx';
import type { Command } from './area.ts';
import classes from './CommandField.module.css';
import { noteRecent } from './recent-commands.ts';
import { useCommands } from './use-commands.ts';

/** Ctrl/⌘ K: go to a page, do something at once, or find a thing of any area by its name. */
export function CommandField() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        variant="default"
        classNames={{ root: classes.open, inner: classes.inner, label: classes.label }}
        leftSection={<Icon name="search" size={16} />}
        onClick={open}
      >
        <span className={classes.hint}>{t('command.open')}</span>
        <Kbd size="xs" visibleFrom="sm">
          {navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        withCloseButton={false}
        size="lg"
        padding="sm"
        yOffset="12vh"
        attributes={{ content: { 'aria-label': t('command.open') } }}
      >
        <Commands onDone={close} />
      </Modal>
    </>
  );
}

function Commands({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const tenant = useTenant();
  const commands = useCommands(search);
  const optionId = (index: number) => `${listId}-${index}`;

  function run(command: Command | undefined) {
    if (!command) return;
    onDone();
    noteRecent(tenant.id, command);
    if (command.path !== undefined) void navigate(command.path);
    void command.run?.();
  }

  function step(by: number) {
    const next = Math.max(0, Math.min(commands.length - 1, active + by));
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        role="combobox"
        aria-label={t('command.open')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={commands.length > 0 ? optionId(active) : undefined}
        placeholder={t('command.placeholder')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') return run(commands[active]);
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!by) return;
          event.preventDefault();
          step(by);
        }}
      />
      <div id={listId} role="listbox" aria-label={t('command.open')} className={classes.list}>
        {commands.map((command, index) => (
          <UnstyledButton
            key={command.key}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={classes.option}
            onMouseMove={() => setActive(index)}
            onClick={() => run(command)}
          >
            <Icon name={command.icon} size={18} />
            <span>{command.label}</span>
            <span className={classes.detail}>{command.detail}</span>
          </UnstyledButton>
        ))}
      </div>
      {commands.length === 0 && <p className={classes.none}>{t('command.nothing')}</p>}
    </>
  );
}
