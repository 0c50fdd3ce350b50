import { Group, Title } from '@mantine/core';
import classes from './PageWaiting.module.css';
import { Waiting } from './Waiting.tsx';

/** The shape of a page that is on its way: its title, what filters it, and its rows. */
export function PageWaiting({ title }: { title: string }) {
  return (
    <div className={classes.page}>
      <Group mb="md" mih={36}>
        <Title order={1}>{title}</Title>
      </Group>
      <div className={`skeleton ${classes.filter}`} />
      <Waiting rows={10} />
    </div>
  );
}
