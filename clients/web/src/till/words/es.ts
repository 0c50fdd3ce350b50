import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const till: Here['till'] = {
  order: 'Orden {{number}}',
  channel: { DINE_IN: 'En mesa', TAKEAWAY: 'Para llevar', DELIVERY: 'A domicilio', ONLINE: 'En línea' },
  entry: {
    openOrder: 'Abrir una orden',
    addOrderLines_one: 'Agregar {{count}} línea a una orden',
    addOrderLines_other: 'Agregar {{count}} líneas a una orden',
    placeOrder: 'Mandar una orden a cocina',
    fireOrder: 'Marchar el tiempo {{course}}',
    holdCourse: 'Detener el tiempo {{course}}',
    serveOrder: 'Marcar una orden como servida',
    recordCash: 'Cobrar en efectivo',
    broken: 'Un registro que no se puede leer',
  },
};

export const words = { till } satisfies Here;
