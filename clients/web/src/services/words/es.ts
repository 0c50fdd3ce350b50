import { product } from '../../words/products/es.ts';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const services: Here['services'] = {
  since: 'Cambió',
  toSync: 'Ver su sincronización',
  switchOn: 'Encender',
  resume: 'Reanudar',
  pause: 'Pausar',
  pauseQuestion: '¿Pausar {{name}}?',
  pauseText:
    'La sincronización se detiene de inmediato y no recibe cambios hasta que lo reanudes. Sus ajustes se conservan.',
  switchOff: 'Apagar',
  switchOffQuestion: '¿Apagar {{name}}?',
  switchOffText:
    'La sincronización se detiene de inmediato y ya no recibe cambios. Puedes encenderlo de nuevo más tarde.',
  isOn: 'Se encendió {{name}}.',
  isPaused: 'Se pausó {{name}}.',
  isOff: 'Se apagó {{name}}.',
  saved: 'Se guardaron los cambios de {{name}}.',
  noSettings: 'No necesita ajustes: lee tu menú directamente.',
  baseUrl: 'Dirección de su catálogo',
  account: 'ID de la cuenta en este servicio',
  domain: 'Dominio del sitio web',
  token: 'Token secreto',
  tokenOnce: 'El token que este servicio nos exige. No se vuelve a mostrar.',
  tokenStays: 'Nunca se muestra. Déjalo vacío para conservar el actual.',
  goneTitle: 'No se encontró el servicio',
  goneText: 'No hay ningún servicio con esta dirección.',
};

export const words = { services } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  enableService: 'Encendió un servicio',
  updateService: 'Cambió un servicio',
  disableService: 'Apagó un servicio',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  service: {
    about: 'Servicios',
    read: 'Ver servicios',
    write: 'Encender y apagar servicios',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    ProductService: 'Servicio',
  },
  field: {
    ProductService: {
      status: 'estado',
      config: 'ajustes',
      since: 'desde',
      baseUrl: 'dirección',
      account: 'cuenta',
      domain: 'dominio',
    },
  },
  value: {
    ProductService: {
      name: product,
      status: {
        ACTIVE: 'encendido',
        PAUSED: 'en pausa',
        OFF: 'apagado',
      },
    },
  },
  sentence: {
    ProductService: {
      CREATED: '{{who}} encendió {{name}}',
      status_ACTIVE: '{{who}} volvió a encender {{name}}',
      status_PAUSED: '{{who}} puso en pausa {{name}}',
      status_OFF: '{{who}} apagó {{name}}',
    },
  },
};
