import type { AlertTold } from '@mycelium/schema/events';
import { type LetterText, type MailLanguage, render } from './letters.ts';

interface Told {
  alert: AlertTold;
  state: 'raised' | 'recovered';
  tenant: string;
  url: string;
}

interface Words {
  /** What is wrong, by the kind of the alert; another kind is told by its name. */
  kinds: Record<string, (where: string, value: number, threshold: number) => string>;
  recovered: string;
  /** The last line. */
  why: string;
  link: string;
  nowhere: string;
}

const words: Record<MailLanguage, Words> = {
  en: {
    kinds: {
      SUCCESS_RATE: (where, value, threshold) =>
        `${where}: ${value} % of the events of the last hour succeeded, fewer than ${threshold} %.`,
      PENDING_AGE: (where, value, threshold) =>
        `${where}: an event waits for ${value} minutes, more than ${threshold} are allowed.`,
      FAILED_EVENTS: (where, value, threshold) =>
        `${where}: ${value} events failed in the last hour, more than ${threshold} are too many.`,
      CHANNEL_STOPPED: (where, value) => `${where}: nothing was acknowledged for ${value} minutes while events wait.`,
      BREAKER_OPEN: (where) => `${where} fails so often that it is told nothing for a while.`,
      WEBHOOK_DISABLED: () => 'A webhook endpoint was disabled. What comes for it is kept until it is resumed.',
      WEBHOOK_FULL: () =>
        'So many events wait for a webhook endpoint that further ones are given up at once. They lie among the failed events.',
    },
    recovered: 'Recovered',
    why: 'You get this because the alerts of your account name you. They can be changed or muted there.',
    link: 'See the alerts',
    nowhere: 'Webhook',
  },
  es: {
    kinds: {
      SUCCESS_RATE: (where, value, threshold) =>
        `${where}: salió bien el ${value} % de los eventos de la última hora, menos del ${threshold} %.`,
      PENDING_AGE: (where, value, threshold) =>
        `${where}: un evento espera desde hace ${value} minutos; se permiten ${threshold}.`,
      FAILED_EVENTS: (where, value, threshold) =>
        `${where}: ${value} eventos fallaron en la última hora; más de ${threshold} son demasiados.`,
      CHANNEL_STOPPED: (where, value) =>
        `${where}: no se ha confirmado nada en ${value} minutos y hay eventos en espera.`,
      BREAKER_OPEN: (where) => `${where} falla tan a menudo que por un tiempo no se le envía nada.`,
      WEBHOOK_DISABLED: () => 'Se desactivó un destino de webhooks. Lo que llegue se guarda hasta que se reanude.',
      WEBHOOK_FULL: () =>
        'Esperan tantos eventos para un destino de webhooks que los siguientes se abandonan al momento. Quedan entre los eventos fallidos.',
    },
    recovered: 'Recuperado',
    why: 'Recibes esto porque las alertas de tu cuenta te nombran. Allí se pueden cambiar o silenciar.',
    link: 'Ver las alertas',
    nowhere: 'Webhook',
  },
  tr: {
    kinds: {
      SUCCESS_RATE: (where, value, threshold) =>
        `${where}: son bir saatteki olayların %${value} kadarı başarılı oldu; sınır %${threshold}.`,
      PENDING_AGE: (where, value, threshold) =>
        `${where}: bir olay ${value} dakikadır bekliyor; sınır ${threshold} dakika.`,
      FAILED_EVENTS: (where, value, threshold) =>
        `${where}: son bir saatte ${value} olay başarısız oldu; sınır ${threshold}.`,
      CHANNEL_STOPPED: (where, value) => `${where}: olaylar beklerken ${value} dakikadır hiçbir şey onaylanmadı.`,
      BREAKER_OPEN: (where) => `${where} o kadar sık hata veriyor ki bir süre ona hiçbir şey gönderilmiyor.`,
      WEBHOOK_DISABLED: () => 'Bir webhook adresi devre dışı kaldı. Gelenler, yeniden açılana kadar saklanır.',
      WEBHOOK_FULL: () =>
        'Bir webhook adresi için o kadar çok olay bekliyor ki sonrakilerden hemen vazgeçiliyor. Başarısız olaylar arasında duruyorlar.',
    },
    recovered: 'Düzeldi',
    why: 'Bunu, hesabınızın uyarılarında adınız geçtiği için alıyorsunuz. Orada değiştirilebilir veya susturulabilir.',
    link: 'Uyarıları gör',
    nowhere: 'Webhook',
  },
};

/** What is wrong with the events of a tenant, or no more: in the subject at a glance, and with its numbers. */
export function alertLetter(language: MailLanguage, { alert, state, tenant, url }: Told): LetterText {
  const { kinds, recovered, why, link, nowhere } = words[language];
  const { kind, source, target, value, threshold } = alert;
  const where = source && target ? `${source} → ${target}` : (target ?? nowhere);
  const isOver = state === 'recovered';
  const sentence = isOver ? `${recovered}: ${where}.` : (kinds[kind]?.(where, value, threshold) ?? `${where}: ${kind}`);
  return render(
    language,
    { subject: `${tenant}: ${isOver ? sentence : sentence.split('. ')[0]}`, lines: [sentence, why], link },
    url,
  );
}
