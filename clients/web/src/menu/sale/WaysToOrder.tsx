import { useTranslation } from 'react-i18next';
import type { Channel } from '../../generated/graphql.ts';
import { ChipsField } from '../../look/ChipsField.tsx';
import { channels } from './sale.ts';

interface WaysToOrderProps {
  chosen: readonly Channel[];
  hint: string;
  isOff: boolean;
  onChange: (chosen: Channel[]) => void;
}

/** In which ways something is sold. */
export function WaysToOrder(props: WaysToOrderProps) {
  const { t } = useTranslation();
  const options = channels.map((value) => ({ value, label: t(`channel.${value}`) }));
  return <ChipsField legend={t('sale.channels')} options={options} {...props} />;
}
