import { Loader, Text, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { Trouble } from '../../look/Trouble.tsx';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';
import { decimalOfFraction } from './fraction-text.ts';
import classes from './Receipt.module.css';

const WhyThisCentDocument = graphql(`
  query WhyThisCent($id: ID!) {
    order(id: $id) {
      id
      version
      explain {
        step
        of
        rule
        input
        factor
        exact
        rounded
      }
    }
  }
`);

/** How a total comes about, step by step: the rule, what it begins with, the exact fraction, and what that was rounded to. */
export function WhyThisCent({ order }: { order: ShownOrder }) {
  const { t } = useTranslation();
  const { money, name } = useTill();
  const version = order.known?.version;
  const [{ data, error }, ask] = useQuery({
    query: WhyThisCentDocument,
    variables: { id: order.id },
    pause: version === undefined,
  });
  const [asked, setAsked] = useState(version);
  useEffect(() => {
    if (asked === version) return;
    setAsked(version);
    ask({ requestPolicy: 'network-only' });
  }, [version, asked, ask]);
  if (version === undefined) return <Text>{t('till.needsSending')}</Text>;
  if (error) return <Trouble problem={problemOf(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  const steps = data?.order?.explain;
  if (!steps) return <Loader />;
  const lineName = (id: string | null | undefined) => {
    const line = order.lines.find((each) => each.id === id);
    return line && name(line.names);
  };
  return (
    <section>
      <Title order={2} mb="sm">
        {t('till.whyThisCent')}
      </Title>
      <ol className={classes.steps}>
        {steps.map(({ step, of, rule, input, factor, exact, rounded }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have their places
          <li key={at} data-step={step}>
            <div>
              <strong>{[t(`till.step.${stepOf(step)}`), rule, lineName(of)].filter(Boolean).join(' · ')}</strong>
            </div>
            <div className={classes.reckoned}>
              {money(input)}
              {factor && ` × ${factor}`} = {exact.includes('/') ? `${exact} ≈ ${decimalOfFraction(exact)}` : exact} →{' '}
              <strong>{money(rounded)}</strong>
            </div>
          </li>
        ))}
      </ol>
      <Text size="sm" c="var(--quiet)" mt="sm">
        {t('till.stepUnits')}
      </Text>
    </section>
  );
}

const known = new Set([
  ...['LINE_GROSS', 'LINE_DISCOUNT', 'ORDER_DISCOUNT', 'ORDER_DISCOUNT_SHARE', 'SUBTOTAL', 'SERVICE_CHARGE'],
  ...['INCLUDED_TAXES', 'INCLUDED_TAX_SHARE', 'TAX', 'TAX_SHARE', 'TOTAL', 'DUE', 'CASH_DUE'],
] as const);
type Step = typeof known extends Set<infer Each> ? Each : never;

function stepOf(step: string): Step {
  return [...known].find((each) => each === step) ?? 'TOTAL';
}
