import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TableShape } from '../../generated/graphql.ts';
import type { Draft } from '../../graph/use-draft.ts';
import type { FloorArea, FloorTable } from '../floor.ts';

export interface TableDraft {
  name: string;
  seats: number;
  shape: TableShape;
  areaId: string;
  width: number;
  height: number;
  rotation: number;
}

const SHAPES: readonly TableShape[] = ['RECTANGLE', 'ROUND'];

export function draftOf({ name, seats, shape, areaId, width, height, rotation }: FloorTable): TableDraft {
  return { name, seats, shape, areaId, width, height, rotation };
}

export function inputOf({ name, ...facts }: TableDraft) {
  return { ...facts, name: name.trim() };
}

interface TableFieldsProps {
  draft: Pick<Draft<TableDraft>, 'fields' | 'change'>;
  areas: readonly FloorArea[];
  mistakeAt: (field: keyof TableDraft) => string | undefined;
}

export function TableFields({ draft: { fields, change }, areas, mistakeAt }: TableFieldsProps) {
  const { t } = useTranslation();
  const number = (field: 'seats' | 'width' | 'height' | 'rotation', min: number, max: number, step: number) => (
    <NumberInput
      label={t(field === 'seats' ? 'floor.seatsField' : `floor.${field}`)}
      min={min}
      max={max}
      step={step}
      allowDecimal={false}
      clampBehavior="strict"
      value={fields[field]}
      error={mistakeAt(field)}
      onChange={(value) => change({ [field]: Number(value) || min })}
    />
  );
  return (
    <>
      <TextInput
        data-autofocus
        label={t('floor.tableName')}
        maxLength={12}
        value={fields.name}
        error={mistakeAt('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {number('seats', 1, 100, 1)}
      <NativeSelect
        label={t('floor.shape')}
        value={fields.shape}
        onChange={(event) =>
          change({ shape: SHAPES.find((shape) => shape === event.currentTarget.value) ?? 'RECTANGLE' })
        }
        data={SHAPES.map((value) => ({ value, label: t(`floor.shapes.${value}`) }))}
      />
      <NativeSelect
        label={t('floor.area')}
        value={fields.areaId}
        error={mistakeAt('areaId')}
        onChange={(event) => change({ areaId: event.currentTarget.value })}
        data={areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Group grow>
        {number('width', 40, 2_000, 20)}
        {number('height', 40, 2_000, 20)}
        {number('rotation', 0, 359, 15)}
      </Group>
    </>
  );
}
