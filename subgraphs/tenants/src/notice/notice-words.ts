import type { MailLanguage } from '../mail/letters.ts';

/** What a letter says of a kind of notice; the facts are written as the language writes them. */
interface KindWords {
  title(facts: Facts): string;
  text(facts: Facts): string;
}

export type Facts = Readonly<Record<string, string>>;

interface NoticeWords {
  /** By kind; another one is told by its name. */
  kinds: Record<string, KindWords>;
  link: string;
  /** The last line. */
  why: string;
}

export const noticeWords: Record<MailLanguage, NoticeWords> = {
  en: {
    kinds: {
      'sync.failed': {
        title: ({ product }) => `The sync with ${product} failed`,
        text: ({ product }) =>
          `What changed on the menu has not all reached ${product}. You are told again only after a sync has worked.`,
      },
      'sync.waiting': {
        title: ({ product }) => `The sync with ${product} waits for you`,
        text: () => 'It would remove a lot. Look at what it would do, and let it go on or cancel it.',
      },
      'api_key.expiring': {
        title: ({ client }) => `A key of ${client} expires soon`,
        text: ({ key, at }) => `From ${at} on, the key ${key} is refused. Make a new one before then.`,
      },
      'invitation.accepted': {
        title: ({ name }) => `${name} accepted your invitation`,
        text: () => 'They can work with you now.',
      },
    },
    link: 'Open in the console',
    why: 'You choose on your account page which e-mails you get.',
  },
  es: {
    kinds: {
      'sync.failed': {
        title: ({ product }) => `Falló la sincronización con ${product}`,
        text: ({ product }) =>
          `No todo lo que cambió en el menú ha llegado a ${product}. No recibirás otro aviso hasta que una sincronización haya funcionado.`,
      },
      'sync.waiting': {
        title: ({ product }) => `La sincronización con ${product} te espera`,
        text: () => 'Quitaría mucho. Mira qué haría y deja que siga o cancélala.',
      },
      'api_key.expiring': {
        title: ({ client }) => `Una clave de ${client} caduca pronto`,
        text: ({ key, at }) => `La clave ${key} se rechaza desde el ${at}. Crea una nueva antes.`,
      },
      'invitation.accepted': {
        title: ({ name }) => `${name} aceptó tu invitación`,
        text: () => 'Ya puede trabajar contigo.',
      },
    },
    link: 'Abrir en la consola',
    why: 'En la página de tu cuenta eliges qué correos recibes.',
  },
  tr: {
    kinds: {
      'sync.failed': {
        title: ({ product }) => `${product} eşitlemesi başarısız oldu`,
        text: ({ product }) =>
          `Menüde değişenlerin tümü ${product} tarafına ulaşmadı. Bir eşitleme başarılı olana kadar yeniden bildirilmez.`,
      },
      'sync.waiting': {
        title: ({ product }) => `${product} eşitlemesi sizi bekliyor`,
        text: () => 'Çok şey kaldırılacaktı. Ne yapılacağına bakın, sürdürün ya da iptal edin.',
      },
      'api_key.expiring': {
        title: ({ client }) => `${client} için bir anahtarın süresi yakında doluyor`,
        text: ({ key, at }) => `${key} anahtarı ${at} tarihinden sonra reddedilir. Daha önce yeni bir tane oluşturun.`,
      },
      'invitation.accepted': {
        title: ({ name }) => `${name} davetinizi kabul etti`,
        text: () => 'Artık sizinle çalışabilir.',
      },
    },
    link: 'Konsolda aç',
    why: 'Hangi e-postaları alacağınızı hesap sayfanızda seçersiniz.',
  },
};
