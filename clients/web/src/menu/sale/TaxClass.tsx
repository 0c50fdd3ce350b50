import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateMark } from '../../look/StateMark.tsx';
import { useMay } from '../../session/viewer.tsx';
import { listFormat } from '../../words/formats.ts';
import { classesOf, isUntaxed, taxesOn } from './tax-class.ts';

interface TaxClassProps {
  taxClass: string;
  /** All of the business. */
  taxes: readonly { id: string; name: string; taxClasses: readonly string[] }[];
  isOff: boolean;
  onChange: (taxClass: string) => void;
}

/** Which taxes an item has, by its class. */
export function TaxClass({ taxClass, taxes, isOff, onChange }: TaxClassProps) {
  const { t, i18n } = useTranslation();
  const mayChangeTaxes = useMay('location:write');
  const names = taxesOn(taxClass, taxes).map(({ name }) => name);
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('sale.taxClass')}
        description={t('sale.taxClassHint')}
        value={taxClass}
        data={classesOf(taxClass, taxes)}
        disabled={isOff}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {isUntaxed(taxClass, taxes) ? (
        <>
          <StateMark state="attention" word={t('sale.untaxed')} />
          <Text size="sm">{t('sale.untaxedHint', { taxClass })}</Text>
        </>
      ) : (
        <Text size="sm">
          {names.length > 0
            ? t('sale.taxedBy', { taxes: listFormat(i18n.language, { type: 'conjunction' }).format(names) })
            : t('sale.noTaxes')}
        </Text>
      )}
      {mayChangeTaxes && (
        <Button component={Link} to="/locations/taxes" variant="default" style={{ alignSelf: 'flex-start' }}>
          {t('sale.toTaxes')}
        </Button>
      )}
    </Stack>
  );
}
