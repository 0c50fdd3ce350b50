import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortionInput } from '../../generated/graphql.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useStation } from '../../station/use-station.ts';
import { Sheet } from '../Sheet.tsx';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useNetwork } from '../use-network.ts';
import { useOrderWrite } from '../use-order-write.ts';
import { Approval } from './Approval.tsx';
import { PortionField } from './PortionField.tsx';
import { useReasons } from './use-reasons.ts';
import { DiscountOrderDocument, ServiceChargeDocument, VoidOrderDocument } from './write-order.ts';

interface OrderActionsProps {
  order: ShownOrder;
  onReceipt: () => void;
  onSplit: () => void;
  onRefund: () => void;
  onClose: () => void;
}

/** What is done about a whole order: its courses, that it was served, a discount, a service charge, its end. */
export function OrderActions({ order, onReceipt, onSplit, onRefund, onClose }: OrderActionsProps) {
  const { t } = useTranslation();
  const { enqueue, newId, who } = useStation();
  const hasNetwork = useNetwork();
  const { run, problem, isBusy } = useOrderWrite();
  const reasons = useReasons();
  const [act, setAct] = useState<'void' | 'discount' | 'charge'>();
  const [portion, setPortion] = useState<PortionInput>();
  const { id, progress, money } = order;
  const isOpen = progress !== 'VOID' && money !== 'PAID';
  const isOff = !hasNetwork || !order.known;
  const isMade = progress !== 'DRAFT' && progress !== 'VOID';

  const isPaid = (order.known?.totals.paid.amount ?? 0) > 0;
  const hasLines = order.lines.some(({ isVoid }) => !isVoid);

  function lead(to: () => void) {
    onClose();
    to();
  }
  async function approve(reason: string, pin?: string) {
    const approval = { id, pin: pin ?? null };
    const isDone =
      act === 'void'
        ? await run(VoidOrderDocument, { ...approval, reason })
        : portion !== undefined && (await run(DiscountOrderDocument, { ...approval, discount: portion }));
    if (isDone) onClose();
  }
  async function charge(wanted: PortionInput | null) {
    if (await run(ServiceChargeDocument, { id, charge: wanted })) onClose();
  }
  async function enter(operation: string, variables: Record<string, unknown>) {
    if (await enqueue({ key: newId(), order: id, operation, variables })) onClose();
  }

  return (
    <Sheet title={t('till.actions')} onClose={onClose}>
      {act === undefined && (
        <>
          {isMade && <Courses order={order} onEnter={enter} />}
          {isOff && <Text c="var(--attention)">{t(hasNetwork ? 'till.needsSending' : 'till.needsNetwork')}</Text>}
          <SimpleGrid cols={1} spacing="sm">
            {isMade && progress !== 'SERVED' && (
              <Button size="lg" onClick={() => void enter('serveOrder', { id })}>
                {t('till.served')}
              </Button>
            )}
            <Button size="lg" variant="default" onClick={() => lead(onReceipt)}>
              {t('till.receipt')}
            </Button>
            <Button size="lg" variant="default" disabled={isOff || !isOpen || !hasLines} onClick={() => lead(onSplit)}>
              {t('split.start')}
            </Button>
            <Button size="lg" variant="default" disabled={isOff || !isOpen} onClick={() => setAct('discount')}>
              {t('till.act.discountOrder')}
            </Button>
            <Button size="lg" variant="default" disabled={isOff || !isOpen} onClick={() => setAct('charge')}>
              {t('till.act.charge')}
            </Button>
            <Button size="lg" variant="default" disabled={isOff || !isPaid} onClick={() => lead(onRefund)}>
              {t('till.act.refund')}
            </Button>
            <Button size="lg" variant="default" color="red" disabled={isOff || !isOpen} onClick={() => setAct('void')}>
              {t('till.act.voidOrder')}
            </Button>
          </SimpleGrid>
          {!who.station && (
            <Button component="a" href={`/app/orders/${id}`} size="lg" variant="subtle">
              {t('till.inConsole')}
            </Button>
          )}
        </>
      )}
      {act === 'charge' && (
        <>
          <PortionField name={t('till.total.serviceCharge')} onChange={setPortion} />
          {problem && <Trouble problem={problem} />}
          <Button size="lg" loading={isBusy} disabled={!portion} onClick={() => void charge(portion ?? null)}>
            {t('till.act.charge')}
          </Button>
          <Button size="lg" variant="default" loading={isBusy} onClick={() => void charge(null)}>
            {t('till.act.noCharge')}
          </Button>
        </>
      )}
      {(act === 'void' || act === 'discount') && (
        <Approval
          scope={act === 'void' ? 'order:void' : 'order:comp'}
          answer={t(act === 'void' ? 'till.act.voidOrder' : 'till.act.discountOrder')}
          problem={problem}
          isBusy={isBusy}
          isReady={act === 'void' || portion !== undefined}
          {...(act === 'void' && { reasons: reasons.void })}
          onApprove={approve}
        >
          {act === 'discount' && <PortionField name={t('till.discount')} onChange={setPortion} />}
        </Approval>
      )}
    </Sheet>
  );
}

interface CoursesProps {
  order: ShownOrder;
  onEnter: (operation: string, variables: Record<string, unknown>) => Promise<void>;
}

/** The courses of an order: each waits, or the kitchen may make it. */
function Courses({ order: { id, lines, firedCourses }, onEnter }: CoursesProps) {
  const { t } = useTranslation();
  const courses = [...new Set(lines.flatMap(({ course, isVoid }) => (course && !isVoid ? course : [])))].sort();
  return courses.map((course) => {
    const isFired = firedCourses.includes(course);
    const operation = isFired ? 'holdCourse' : 'fireOrder';
    return (
      <Group key={course} justify="space-between">
        <Text>
          {t('till.course', { course })} · {t(isFired ? 'till.fired' : 'till.held')}
        </Text>
        <Button
          size="lg"
          variant={isFired ? 'default' : 'filled'}
          onClick={() => void onEnter(operation, { id, course })}
        >
          {t(isFired ? 'till.hold' : 'till.fire')}
        </Button>
      </Group>
    );
  });
}
