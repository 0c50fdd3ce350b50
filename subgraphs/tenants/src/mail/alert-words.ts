import type { MailLanguage } from './emails.ts';

/** Where it is, since when, and the numbers, written as the language writes them. */
interface Numbers {
  where: string;
  since: string;
  value: string;
  threshold: string;
}

/** Numbers as they arrive here are written already: what is one is written 1. */
function counted(language: MailLanguage, written: string, forms: { one: string; other: string }): string {
  const form = new Intl.PluralRules(language).select(written === '1' ? 1 : 2);
  return `${written} ${form === 'one' ? forms.one : forms.other}`;
}

const minutes = (language: 'en' | 'es', written: string) =>
  counted(
    language,
    written,
    language === 'en' ? { one: 'minute', other: 'minutes' } : { one: 'minuto', other: 'minutos' },
  );

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
  /** What the e-mail said when it began. */
  began(sentence: string): string;
  /** The last line. */
  why: string;
  link: string;
  /** Where it leads to the thing that it is about. */
  linkToThing: string;
  webhook: string;
}

export const alertWords: Record<MailLanguage, AlertWords> = {
  en: {
    kinds: {
      SUCCESS_RATE: {
        name: 'Low success rate',
        raised: ({ where, value, threshold }) =>
          `${where}: ${value}% of the events of the last hour succeeded (minimum ${threshold}%).`,
        now: (value) => `The success rate is now ${value}%.`,
      },
      PENDING_AGE: {
        name: 'Events wait too long',
        raised: ({ where, value, threshold }) =>
          `${where}: an event has been waiting for ${minutes('en', value)} (limit ${threshold}).`,
      },
      FAILED_EVENTS: {
        name: 'Too many failures',
        raised: ({ where, value, threshold }) =>
          `${where}: ${counted('en', value, { one: 'event', other: 'events' })} failed in the last hour (limit ${threshold}).`,
        now: (value) => `Now it is ${value} in the last hour.`,
      },
      CHANNEL_STOPPED: {
        name: 'A channel has stopped',
        raised: ({ where, value }) =>
          `${where}: nothing was acknowledged for ${minutes('en', value)} while events are waiting.`,
      },
      BREAKER_OPEN: {
        name: 'An application is failing',
        raised: ({ where }) => `${where} fails so often that nothing is sent to it for a while.`,
      },
      WEBHOOK_DISABLED: {
        name: 'A webhook was stopped',
        raised: () => 'A webhook endpoint was disabled. New events are kept until it is resumed.',
      },
      WEBHOOK_FULL: {
        name: 'Too much is waiting for a webhook',
        raised: () =>
          'So many events are waiting for a webhook endpoint that further ones are given up immediately. You find them among the failed events.',
        now: (value) => `Waiting now: ${value}.`,
      },
      SCREEN_OFFLINE: {
        name: 'A screen is offline',
        raised: ({ where, since }) => `Screen “${where}” has been offline since ${since}. Check its power and network.`,
      },
      SYNC_FAILED: {
        name: 'A sync is failing',
        raised: ({ where, value, since }) =>
          `The sync with ${where} has been failing since ${since} (${counted('en', value, { one: 'failed run', other: 'failed runs in a row' })}). Not all menu changes have arrived there.`,
      },
    },
    recovered: 'Recovered',
    lasted: (duration, from, to) => `It lasted ${duration}, from ${from} to ${to}.`,
    began: (sentence) => `When it began: ${sentence}`,
    why: 'You get this email because you receive the alerts of your account. You can change or mute them there.',
    link: 'See the alerts',
    linkToThing: 'Open in the console',
    webhook: 'Webhook',
  },
  es: {
    kinds: {
      SUCCESS_RATE: {
        name: 'Tasa de éxito baja',
        raised: ({ where, value, threshold }) =>
          `${where}: tuvo éxito el ${value} % de los eventos de la última hora (mínimo ${threshold} %).`,
        now: (value) => `Ahora la tasa de éxito es del ${value} %.`,
      },
      PENDING_AGE: {
        name: 'Hay eventos que esperan demasiado',
        raised: ({ where, value, threshold }) =>
          `${where}: un evento espera desde hace ${minutes('es', value)} (límite ${threshold}).`,
      },
      FAILED_EVENTS: {
        name: 'Demasiados fallos',
        raised: ({ where, value, threshold }) =>
          `${where}: ${counted('es', value, { one: 'evento falló', other: 'eventos fallaron' })} en la última hora (límite ${threshold}).`,
        now: (value) => `Ahora son ${value} en la última hora.`,
      },
      CHANNEL_STOPPED: {
        name: 'Un canal se detuvo',
        raised: ({ where, value }) =>
          `${where}: no se ha confirmado nada en ${minutes('es', value)} y hay eventos en espera.`,
      },
      BREAKER_OPEN: {
        name: 'Una aplicación está fallando',
        raised: ({ where }) => `${where} falla tan a menudo que por un tiempo no se le envía nada.`,
      },
      WEBHOOK_DISABLED: {
        name: 'Un webhook se detuvo',
        raised: () => 'Se desactivó un destino de webhooks. Lo que llegue se guarda hasta que se reanude.',
      },
      WEBHOOK_FULL: {
        name: 'Un webhook tiene demasiado en espera',
        raised: () =>
          'Esperan tantos eventos para un destino de webhooks que los siguientes se abandonan de inmediato. Quedan entre los eventos fallidos.',
        now: (value) => `Ahora esperan ${value}.`,
      },
      SCREEN_OFFLINE: {
        name: 'Una pantalla está sin conexión',
        raised: ({ where, since }) =>
          `La pantalla «${where}» está sin conexión (desde el ${since}). Revisa su corriente y su red.`,
      },
      SYNC_FAILED: {
        name: 'Una sincronización falla',
        raised: ({ where, value, since }) =>
          `La sincronización con ${where} falla (desde el ${since}, ${counted('es', value, { one: 'ejecución fallida', other: 'ejecuciones fallidas seguidas' })}). No todos los cambios del menú llegaron allí.`,
      },
    },
    recovered: 'Recuperado',
    lasted: (duration, from, to) => `Duró ${duration} (de ${from} a ${to}).`,
    began: (sentence) => `Al empezar: ${sentence}`,
    why: 'Recibes este correo porque recibes las alertas de tu cuenta. Allí puedes cambiarlas o silenciarlas.',
    link: 'Ver las alertas',
    linkToThing: 'Abrir en la consola',
    webhook: 'Webhook',
  },
  tr: {
    kinds: {
      SUCCESS_RATE: {
        name: 'Başarı oranı düşük',
        raised: ({ where, value, threshold }) =>
          `${where}: son bir saatteki olaylarda başarı oranı %${value} (alt sınır: %${threshold}).`,
        now: (value) => `Şimdi başarı oranı %${value}.`,
      },
      PENDING_AGE: {
        name: 'Olaylar çok uzun bekliyor',
        raised: ({ where, value, threshold }) =>
          `${where}: bir olay ${value} dakikadır bekliyor; sınır ${threshold} dakika.`,
      },
      FAILED_EVENTS: {
        name: 'Çok fazla başarısızlık',
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
      SCREEN_OFFLINE: {
        name: 'Bir ekran çevrimdışı',
        raised: ({ where, since }) =>
          `"${where}" ekranı çevrimdışı (başlangıç: ${since}). Elektriğini ve ağ bağlantısını kontrol edin.`,
      },
      SYNC_FAILED: {
        name: 'Bir senkronizasyon başarısız oluyor',
        raised: ({ where, value, since }) =>
          `${where} senkronizasyonu başarısız oluyor (başlangıç: ${since}; art arda ${value} kez). Menü değişikliklerinin tümü oraya ulaşmadı.`,
      },
    },
    recovered: 'Düzeldi',
    lasted: (duration, from, to) => `${duration} sürdü: ${from} – ${to}.`,
    began: (sentence) => `Başladığında: ${sentence}`,
    why: 'Bunu, hesabınızın uyarılarında adınız geçtiği için alıyorsunuz. Orada değiştirilebilir veya susturulabilir.',
    link: 'Uyarıları gör',
    linkToThing: 'Konsolda aç',
    webhook: 'Webhook',
  },
};
