import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { columnsText, type ListColumn, listColumns } from './list-columns.ts';

interface ColumnChoiceProps {
  columns: readonly ListColumn[];
  onChange: (text: string) => void;
}

/** Which columns the list has; the choice stands in its address. */
export function ColumnChoice({ columns, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" rightSection={<Icon name="down" size={18} />}>
          {t('contacts.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('contacts.columns')}>
        <Checkbox.Group value={[...columns]} onChange={(chosen) => onChange(columnsText(chosen))}>
          <Stack gap="sm">
            {listColumns.map((column) => (
              <Checkbox key={column} value={column} label={t(`contacts.${column}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
