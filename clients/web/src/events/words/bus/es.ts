import type { Texts } from '../../../words/texts.ts';
import type { bus as here } from './en.ts';

/** Las palabras sobre quién toma los eventos, cuántos son y dónde están. */
export const bus: Texts<typeof here> = {
  consumer: 'Quién recibe sus eventos',
  takenBy: 'Los recibe',
  place: { HOME: 'La plataforma', OUTSIDE: 'Un programa externo' },
  atWork_zero: 'nadie recibe',
  atWork_one: '{{count}} activo',
  atWork_other: '{{count}} activos',
  neverSeen: 'nunca activo',
  workers: 'Activos en el último minuto',
  lastSeen: 'Última actividad',
  inFlight: 'En proceso',
  acknowledged: 'Confirmados en la última hora',
  shared: 'Varios se reparten el trabajo; cada evento va a uno de ellos.',
  take: {
    OUTSIDE: {
      label: 'Que los reciba un programa',
      question: '¿Que un programa externo reciba los eventos de {{application}}?',
      text: 'La plataforma deja de hacerlo de inmediato. Los eventos esperan hasta que los reciba un programa con una clave para {{application}}.',
    },
    HOME: {
      label: 'Que los reciba la plataforma',
      question: '¿Que la plataforma reciba los eventos de {{application}}?',
      text: 'La plataforma recibe de inmediato lo que está en espera. A un programa que los pida se le niegan; aún puede confirmar los que ya tiene.',
    },
  },
  isTaken: {
    HOME: 'La plataforma recibe los eventos de {{application}}.',
    OUTSIDE: 'Un programa recibe los eventos de {{application}}.',
  },
  window: { name: 'Período', HOUR: 'Última hora', DAY: 'Hoy (UTC)' },
  successRate: 'Confirmados',
  rule: {
    OK: 'Lo que se le envía se confirma.',
    WAITING: 'Nada de lo enviado en la última hora se ha confirmado todavía.',
    ATTENTION:
      'El último intento falló, se conserva algo que falló, o hay eventos que esperan desde hace más de 5 minutos.',
    FAILING: 'Ya nada sale bien: fallaron tres intentos seguidos, se abandonaron eventos o se suspendieron los envíos.',
    paused: 'Alguien lo puso en pausa. Los eventos nuevos esperan.',
    off: 'Este servicio está apagado, así que no recibe eventos.',
  },
  seeFailed: 'Ver lo que falló',
  counters: 'Contadores',
  countersText:
    'El estado se lee de contadores. Cada diez minutos se comparan con los eventos de los canales, y se corrigen.',
  recount: 'Recontar',
  recounted_zero: 'Todos los contadores eran correctos.',
  recounted_one: 'Se corrigió {{count}} contador.',
  recounted_other: 'Se corrigieron {{count}} contadores.',
  right: 'Todo bien',
  repaired_one: '{{count}} corregido',
  repaired_other: '{{count}} corregidos',
  channels_one: '{{count}} canal',
  channels_other: '{{count}} canales',
  gaveUp_one: '{{count}} vencido',
  gaveUp_other: '{{count}} vencidos',
  counter: { pending: 'en espera', retrying: 'en reintento', stored: 'fallidos' },
  change: '{{source}} → {{target}}, {{counter}}: {{said}}, ahora {{is}}',
  byItself: 'automático',
  notYet: 'Aún no se ha comparado nada.',
  moving: 'Llevar a otra región',
  movingText:
    'Lo que no se ha confirmado se escribe en un archivo y sigue en otra instalación con los mismos identificadores. Importar otra vez el mismo archivo no cambia nada.',
  export: 'Exportar lo que está en espera',
  exported_zero: 'No hay nada en espera.',
  exported_one: 'Hay {{count}} evento en el archivo.',
  exported_other: 'Hay {{count}} eventos en el archivo.',
  import: 'Importar de un archivo',
  imported: 'Importados: {{imported}}. Ya estaban aquí: {{known}}.',
  importedInPart:
    'Importados: {{imported}}. Ya estaban aquí: {{known}}. Rechazados: {{refused}} (el primero en la línea {{line}}).',
  noLines: 'No hay nada en este archivo.',
  quarantine_one: '{{count}} entrada en cuarentena',
  quarantine_other: '{{count}} entradas en cuarentena',
  quarantineLabel: 'Cuarentena',
  quarantineText:
    'No se pudieron procesar tal como están, y se apartaron para que lo demás siguiera. Reinténtalas cuando la causa esté resuelta.',
  quarantinePlace: {
    RELAY: 'Camino al bus',
    KEEPER: 'Camino a los eventos fallidos',
    AUDIT: 'Camino al registro',
    NOTICE: 'Camino a una persona',
  },
  quarantineRetried: 'En camino otra vez. Si sigue sin poder procesarse, vuelve aquí.',
  quarantineDiscard: '¿Eliminar esta entrada?',
};
