import { Group, Title } from '@mantine/core';
import { type Shape, Waiting } from './Waiting.tsx';

/** A page that is on its way: its title, and its shape below. */
export function PageWaiting({ title, shape }: { title: string; shape: Shape | undefined }) {
  return (
    <>
      <Group mb="md" mih={36}>
        <Title order={1}>{title}</Title>
      </Group>
      <Waiting shape={shape} />
    </>
  );
}
