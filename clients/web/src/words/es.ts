import { done } from './actions/es.ts';
import type { Words } from './en.ts';
import { notices } from './notices/es.ts';
import { picture } from './pictures/es.ts';
import { product, productAbout, productState } from './products/es.ts';
import { refusal } from './refusals/es.ts';
import { door, login } from './session/es.ts';

export const words: Words = {
  action: {
    retry: 'Reintentar',
    copy: 'Copiar',
    copied: 'Copiado',
    close: 'Cerrar',
    cancel: 'Cancelar',
    undo: 'Deshacer',
    save: 'Guardar',
    discard: 'Descartar cambios',
    more: 'Mostrar más',
    toList: 'Volver a la lista',
    hide: 'Ya la copié',
    export: 'Exportar como CSV',
    moveUp: 'Subir {{name}}',
    moveDown: 'Bajar {{name}}',
  },
  state: { loading: 'Cargando…', available: 'Disponible', soldOut: 'Agotado' },
  span: { name: 'Período', days_one: '{{count}} día', days_other: '{{count}} días' },
  others_one: 'y {{count}} más',
  others_other: 'y {{count}} más',
  shell: {
    clockMoved: 'Se movió el reloj',
    clockIs:
      'Para esta demostración es el {{now}}. Las ventanas, los recordatorios y los días de operación se rigen por esa hora.',
    clockBack: 'Volver a la hora real',
    maintenance: 'Mantenimiento',
    maintenanceUntil: '{{title}}. Hasta el {{until}}, algunas cosas pueden no funcionar.',
    notices: 'Avisos',
    navigation: 'Navegación',
    switchTenant: 'Cambiar de negocio',
    chooseTenant: '¿Qué negocio?',
  },
  account: { title: 'Tu cuenta', language: 'Idioma', light: 'Claro', dark: 'Oscuro', logout: 'Cerrar sesión' },
  role: {
    OWNER: 'Propietario',
    MANAGER: 'Gerente',
    STAFF: 'Personal',
    KITCHEN: 'Cocina',
    MARKETER: 'Marketing',
    SUPPORT: 'Soporte',
    AUDITOR: 'Auditor',
    ADMIN: 'Administrador de la plataforma',
  },
  live: {
    live: 'En vivo',
    connecting: 'Conectando…',
    offline: 'Sin conexión',
    offlineSince: 'Sin conexión · última actividad {{age}}',
  },
  command: {
    open: 'Buscar o ir a',
    placeholder: 'Una página o un platillo',
    nothing: 'No se encontró nada.',
    goTo: 'Ir a',
    do: 'Hacer',
  },
  login,
  door,
  notFound: {
    title: 'No se encontró la página',
    text: 'Esta página no existe o no puedes verla.',
    back: 'Volver al inicio',
  },
  broken: {
    title: 'No se pudo mostrar la página',
    text: 'Puede que se haya instalado una versión nueva. Casi siempre basta con cargar la página otra vez.',
    reload: 'Recargar',
    missing: 'Esta página no se cargó',
    offline: 'No hay conexión con el servidor. Se carga sola cuando vuelva la conexión.',
    newVersion:
      'El servidor responde, pero esta página no se cargó: quizá se instaló una versión nueva. Recarga la consola para obtenerla.',
    fault: 'Esta parte tiene una falla. El resto de la consola funciona.',
  },
  trouble: {
    copyId: 'Copiar número para soporte',
    UNAUTHENTICATED: { title: 'La sesión se cerró', advice: 'Inicia sesión de nuevo para continuar.' },
    FORBIDDEN: { title: 'Tu rol no lo permite', advice: 'Pregunta a un propietario o gerente.' },
    NOT_FOUND: { title: 'Ya no está', advice: 'Puede que alguien lo haya quitado.' },
    BAD_USER_INPUT: { title: 'Algo todavía no está bien', advice: 'Revisa lo que escribiste.' },
    CONFLICT: {
      title: 'Alguien lo acaba de cambiar',
      advice: 'Lo que ves ahora es lo más reciente. Revísalo y guarda de nuevo.',
    },
    RATE_LIMITED: { title: 'Demasiadas solicitudes', advice: 'Inténtalo de nuevo en {{seconds}} segundos.' },
    UNAVAILABLE: {
      title: 'El servidor no responde',
      advice: 'Aquí no se perdió nada. Inténtalo de nuevo en un momento.',
    },
    INTERNAL: {
      title: 'Algo salió mal de nuestro lado',
      advice: 'Inténtalo de nuevo. Si continúa, da este número a soporte.',
    },
  },
  mistake: {
    empty: 'Escribe un precio.',
    notANumber: 'Escribe solo un número, como 1234.50.',
    negative: 'Un precio no puede ser menor que cero.',
    tooManyDigits: 'Demasiadas cifras después del punto decimal. Escribe los miles sin separador.',
    tooLarge: 'Este precio es demasiado grande.',
    nameMissing: 'Escribe un nombre.',
    notWhole: 'Escribe un número entero.',
  },
  picture,
  notices,
  product,
  productAbout,
  productState,
  actor: { you: 'Tú', person: 'Alguien', client: 'Un cliente de API', system: 'El sistema' },
  refusal,
  done,
};
