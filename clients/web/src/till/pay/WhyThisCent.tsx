import { Loader, Text } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../generated/gql.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { ExplainedTotals } from '../../money/ExplainedTotals.tsx';
import { localeOf } from '../../money/money.ts';
import { useStation } from '../../station/use-station.ts';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';

const WhyThisCentDocument = graphql(`
  query WhyThisCent($id: ID!) {
    order(id: $id) {
      id
      version
      currency
      totals {
        ...AllTotals
      }
      taxes {
        name
        inclusive
        amount {
          amount
          currency
        }
        taxed {
          amount
          currency
        }
      }
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

/** The totals of an order as the server has reckoned them; each opens into its steps. */
export function WhyThisCent({ order }: { order: ShownOrder }) {
  const { t } = useTranslation();
  const { who } = useStation();
  const { name } = useTill();
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
  if (!data?.order) return <Loader />;
  const { currency } = data.order;
  const names = new Map(order.lines.map((line) => [line.id, name(line.names)]));
  const locale = localeOf({ languages: who.tenant.languages, currency });
  return <ExplainedTotals order={data.order} names={names} currency={currency} locale={locale} />;
}
