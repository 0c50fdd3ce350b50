import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useWrite } from '../graph/use-write.ts';
import { Icon } from '../look/Icon.tsx';
import { showTrouble, showUndo } from '../look/notify.tsx';
import { hrefOf } from '../session/place.ts';
import { useMay } from '../session/viewer.tsx';
import {
  AskForBillDocument,
  CleanTableDocument,
  ClearTableDocument,
  type FloorTable,
  SeatTableDocument,
  TransferTableDocument,
} from './floor.ts';
import { looks } from './looks.ts';
import { Since } from './TableFace.tsx';
import { TableOrders } from './TableOrders.tsx';
import { useServerName, useServers } from './use-servers.ts';
import { withParts } from './with-parts.ts';

/** What goes on at a table, and what can be done about it. */
export function TableService({ table }: { table: FloorTable }) {
  const { t } = useTranslation();
  const mayServe = useMay('floor:write');
  const mayOrder = useMay('order:write');
  const { id, state } = table;
  const isTaken = state !== 'FREE' && state !== 'DIRTY';
  const bill = useWrite(AskForBillDocument, showTrouble);
  const clear = useWrite(ClearTableDocument, showTrouble);
  const clean = useWrite(CleanTableDocument, showTrouble);
  const { icon, colour } = looks[state];
  return (
    <Stack gap="md">
      <Group gap="xs" c={colour}>
        <Icon name={icon} />
        <Text fw={600}>{t(`tableState.${state}`)}</Text>
        <Since table={table} />
        {table.guests && (
          <Text c="var(--mantine-color-text)">
            {t('floor.guests')}: {t('floor.guestsOf', { guests: table.guests, seats: table.seats })}
          </Text>
        )}
      </Group>
      {mayServe && state === 'FREE' && <Seat table={table} />}
      {mayServe && state === 'DIRTY' && (
        <Button size="lg" fz="md" loading={clean.isBusy} onClick={() => void clean.write({ id })}>
          {t('floor.clean')}
        </Button>
      )}
      {mayOrder && state !== 'DIRTY' && (
        <Button
          component="a"
          href={hrefOf(`/till?at=${table.location.id}&table=${id}`)}
          size="lg"
          fz="md"
          variant={isTaken ? 'filled' : 'default'}
        >
          {t('floor.order')}
        </Button>
      )}
      {mayServe && isTaken && (
        <Group gap="sm" grow preventGrowOverflow={false}>
          <Button
            size="lg"
            fz="md"
            variant="default"
            loading={bill.isBusy}
            onClick={() => void bill.write({ id, asked: !table.billAt })}
          >
            {t(table.billAt ? 'floor.noBill' : 'floor.bill')}
          </Button>
          <MoveButton table={table} />
          <Button size="lg" fz="md" variant="default" loading={clear.isBusy} onClick={() => void clear.write({ id })}>
            {t('floor.clear')}
          </Button>
        </Group>
      )}
      {isTaken && <Server table={table} />}
      <TableOrders table={table} />
    </Stack>
  );
}

function Seat({ table }: { table: FloorTable }) {
  const { t } = useTranslation();
  const [guests, setGuests] = useState(table.seats);
  const seat = useWrite(SeatTableDocument, showTrouble);
  return (
    <Group align="end" gap="sm" wrap="nowrap">
      <NumberInput
        size="lg"
        label={t('floor.guests')}
        min={1}
        max={500}
        allowDecimal={false}
        value={guests}
        onChange={(value) => setGuests(Number(value) || 1)}
      />
      <Button size="lg" fz="md" loading={seat.isBusy} onClick={() => void seat.write({ id: table.id, guests })}>
        {t('floor.seat')}
      </Button>
    </Group>
  );
}

function MoveButton({ table }: { table: FloorTable }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const asking = withParts(search, { move: table.id, order: undefined, to: undefined, edit: undefined });
  return (
    <Button
      size="lg"
      fz="md"
      variant="default"
      onClick={() => void navigate({ pathname: '/floor', search: asking.toString() })}
    >
      {t('floor.move')}
    </Button>
  );
}

/** Who serves a table, and the choice of somebody else. */
function Server({ table }: { table: FloorTable }) {
  const { t } = useTranslation();
  const mayServe = useMay('floor:write');
  const servers = useServers();
  const nameOf = useServerName();
  const transfer = useWrite(TransferTableDocument, showTrouble);
  const { id, server } = table;
  const isListed = servers.some((each) => each.id === server?.id);

  async function give(to: string) {
    const done = await transfer.write({ id, serverId: to });
    const { server: given } = done?.transferTable ?? {};
    if (!given || !server) return;
    const back = () => void transfer.write({ id, serverId: server.id });
    showUndo(`server ${id}`, t('floor.given', { name: nameOf(given) }), back);
  }

  return (
    <NativeSelect
      size="lg"
      label={t('floor.server')}
      disabled={!mayServe || transfer.isBusy}
      value={server?.id ?? ''}
      onChange={({ currentTarget }) => void give(currentTarget.value)}
      data={[
        ...(server ? [] : [{ value: '', label: t('floor.nobody'), disabled: true }]),
        ...(server && !isListed ? [{ value: server.id, label: nameOf(server) }] : []),
        ...servers.map((each) => ({ value: each.id, label: each.name })),
      ]}
    />
  );
}
