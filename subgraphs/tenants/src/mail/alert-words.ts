import type { MailLanguage } from './letters.ts';

/** Where it is, and the numbers, written as the language writes them. */
interface Numbers {
  where: string;
  value: string;
  threshold: string;
}

interface Kind {
  name: string;
  /** What is wrong. */
  raised(numbers: Numbers): string;
  /** What is found when it is over; only of what can be counted then. */
  now?(value: string): string;
}

interface AlertWords {
  /** The words for each kind of alert; an unknown kind is called by its name. */
  kinds: Record<string, Kind>;
  recovered: string;
  lasted(duration: string, from: string, to: string): string;
  /** What the letter said when it began. */
  began(sentence: string): string;
  /** The last line. */
  why: string;
  link: string;
  webhook: string;
}

export const alertWords: Record<MailLanguage, AlertWords> = {
  en: {
    kinds: {
      SUCCESS_RATE: {
        name: 'Too few succeed',
        raised: ({ where, value, threshold }) =>
          `${where}: ${value} % of the events of the last hour succeeded, fewer than ${threshold} %.`,
        now: (value) => `Now ${value} % succeed.`,
      },
      PENDING_AGE: {
        name: 'Events wait too long',
        raised: ({ where, value, threshold }) =>
          `${where}: an event waits for ${value} minutes, more than ${threshold} are allowed.`,
      },
      FAILED_EVENTS: {
        name: 'Too many fail',
        raised: ({ where, value, threshold }) =>
          `${where}: ${value} events failed in the last hour, more than ${threshold} are too many.`,
        now: (value) => `Now it is ${value} in the last hour.`,
      },
      CHANNEL_STOPPED: {
        name: 'A channel has stopped',
        raised: ({ where, value }) => `${where}: nothing was acknowledged for ${value} minutes while events wait.`,
      },
      BREAKER_OPEN: {
        name: 'An application fails',
        raised: ({ where }) => `${where} fails so often that it is told nothing for a while.`,
      },
      WEBHOOK_DISABLED: {
        name: 'A webhook was stopped',
        raised: () => 'A webhook endpoint was disabled. What comes for it is kept until it is resumed.',
      },
      WEBHOOK_FULL: {
        name: 'A webhook has too much waiting',
        raised: () =>
          'So many events wait for a webhook endpoint that further ones are given up at once. They lie among the failed events.',
        now: (value) => `Now ${value} wait.`,
      },
    },
    recovered: 'Recovered',
    lasted: (duration, from, to) => `It lasted ${duration}, from ${from} to ${to}.`,
    began: (sentence) => `When it began: ${sentence}`,
    why: 'You get this because the alerts of your account name you. They can be changed or muted there.',
    link: 'See the alerts',
    webhook: 'Webhook',
  },
  es: {
    kinds: {
      SUCCESS_RATE: {
        name: 'Muy pocos salen bien',
        raised: ({ where, value, threshold }) =>
          `${where}: salió bien el ${value} % de los eventos de la última hora, menos del ${threshold} %.`,
        now: (value) => `Ahora sale bien el ${value} %.`,
      },
      PENDING_AGE: {
        name: 'Hay eventos que esperan demasiado',
        raised: ({ where, value, threshold }) =>
          `${where}: un evento espera desde hace ${value} minutos; se permiten ${threshold}.`,
      },
      FAILED_EVENTS: {
        name: 'Fallan demasiados',
        raised: ({ where, value, threshold }) =>
          `${where}: ${value} eventos fallaron en la última hora; más de ${threshold} son demasiados.`,
        now: (value) => `Ahora son ${value} en la última hora.`,
      },
      CHANNEL_STOPPED: {
        name: 'Un canal se ha parado',
        raised: ({ where, value }) => `${where}: no se ha confirmado nada en ${value} minutos y hay eventos en espera.`,
      },
      BREAKER_OPEN: {
        name: 'Una aplicación falla',
        raised: ({ where }) => `${where} falla tan a menudo que por un tiempo no se le envía nada.`,
      },
      WEBHOOK_DISABLED: {
        name: 'Se paró un webhook',
        raised: () => 'Se desactivó un destino de webhooks. Lo que llegue se guarda hasta que se reanude.',
      },
      WEBHOOK_FULL: {
        name: 'Un webhook tiene demasiado en espera',
        raised: () =>
          'Esperan tantos eventos para un destino de webhooks que los siguientes se abandonan al momento. Quedan entre los eventos fallidos.',
        now: (value) => `Ahora esperan ${value}.`,
      },
    },
    recovered: 'Recuperado',
    lasted: (duration, from, to) => `Duró ${duration}, desde ${from} hasta ${to}.`,
    began: (sentence) => `Al empezar: ${sentence}`,
    why: 'Recibes esto porque las alertas de tu cuenta te nombran. Allí se pueden cambiar o silenciar.',
    link: 'Ver las alertas',
    webhook: 'Webhook',
  },
  tr: {
    kinds: {
      SUCCESS_RATE: {
        name: 'Çok azı başarılı oluyor',
        raised: ({ where, value, threshold }) =>
          `${where}: son bir saatteki olayların %${value} kadarı başarılı oldu; sınır %${threshold}.`,
        now: (value) => `Şimdi %${value} kadarı başarılı.`,
      },
      PENDING_AGE: {
        name: 'Olaylar çok uzun bekliyor',
        raised: ({ where, value, threshold }) =>
          `${where}: bir olay ${value} dakikadır bekliyor; sınır ${threshold} dakika.`,
      },
      FAILED_EVENTS: {
        name: 'Çok fazlası başarısız oluyor',
        raised: ({ where, value, threshold }) =>
          `${where}: son bir saatte ${value} olay başarısız oldu; sınır ${threshold}.`,
        now: (value) => `Şimdi son bir saatte ${value}.`,
      },
      CHANNEL_STOPPED: {
        name: 'Bir kanal durdu',
        raised: ({ where, value }) => `${where}: olaylar beklerken ${value} dakikadır hiçbir şey onaylanmadı.`,
      },
      BREAKER_OPEN: {
        name: 'Bir uygulama hata veriyor',
        raised: ({ where }) => `${where} o kadar sık hata veriyor ki bir süre ona hiçbir şey gönderilmiyor.`,
      },
      WEBHOOK_DISABLED: {
        name: 'Bir webhook durduruldu',
        raised: () => 'Bir webhook adresi devre dışı kaldı. Gelenler, yeniden açılana kadar saklanır.',
      },
      WEBHOOK_FULL: {
        name: 'Bir webhook için çok fazla olay bekliyor',
        raised: () =>
          'Bir webhook adresi için o kadar çok olay bekliyor ki sonrakilerden hemen vazgeçiliyor. Başarısız olaylar arasında duruyorlar.',
        now: (value) => `Şimdi ${value} bekliyor.`,
      },
    },
    recovered: 'Düzeldi',
    lasted: (duration, from, to) => `${duration} sürdü: ${from} – ${to}.`,
    began: (sentence) => `Başlarken: ${sentence}`,
    why: 'Bunu, hesabınızın uyarılarında adınız geçtiği için alıyorsunuz. Orada değiştirilebilir veya susturulabilir.',
    link: 'Uyarıları gör',
    webhook: 'Webhook',
  },
};
