import type { Words } from '../en.ts';

export const split: Words['split'] = {
  start: 'Dividir',
  title: 'Dividir la orden {{order}}',
  by: 'Dividir',
  ways: { EVENLY: 'En partes iguales', BY_SEAT: 'Por lugar', BY_ITEM: 'Por platillo' },
  parts: 'Cuántas cuentas',
  pick: 'Elige lo que va en la cuenta {{place}}.',
  another: 'Otra cuenta',
  partOf: '{{part}} de {{whole}}',
  less: 'Menos',
  more: 'Más',
  tax: 'Impuestos',
  check: 'Cuenta {{place}}',
  now_one: 'Dividir en {{count}} cuenta',
  now_other: 'Dividir en {{count}} cuentas',
  done: 'Dividida: {{checks}}',
  seat: 'Lugar {{seat}}',
  kitchenKnows: 'A la cocina no le llega nada nuevo. Las comandas abiertas siguen solas.',
};
