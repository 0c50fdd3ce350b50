import type { MailLanguage } from '../mail/emails.ts';

/** What an e-mail says of a kind of notice; the facts are written as the language writes them. */
interface KindWords {
  title(facts: Facts): string;
  text(facts: Facts): string;
}

export type Facts = Readonly<Record<string, string>>;

interface NoticeWords {
  /** By kind; another one is given by its name. */
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
          `Not all menu changes have reached ${product}. You get the next email only after a sync has succeeded.`,
      },
      'sync.waiting': {
        title: ({ product }) => `The sync with ${product} needs your approval`,
        text: () => 'It would remove a lot. Check what it would do, then let it continue or cancel it.',
      },
      'api_key.expiring': {
        title: ({ client }) => `A key of ${client} expires soon`,
        text: ({ key, at }) => `From ${at} on, the key ${key} is refused. Create a new one before then.`,
      },
      'invitation.accepted': {
        title: ({ name }) => `${name} accepted your invitation`,
        text: () => 'They can work with you now.',
      },
      'pin.locked': {
        title: ({ name }) => `Too many wrong PINs at ${name}`,
        text: () => 'PINs cannot be entered there for a while. If that was a mistake, allow them again.',
      },
      'pin.reset': {
        title: () => 'Your PIN was reset',
        text: () => 'Ask whoever did it for the new one. You can choose another one on your account page.',
      },
      'activity.due': {
        title: ({ title }) => title ?? '',
        text: ({ at, late }) =>
          late ? `Due ${at}. This reminder comes late, because the platform was not running.` : `Due ${at}.`,
      },
      'activity.overdue': {
        title: ({ title }) => `Overdue: ${title}`,
        text: ({ at, late }) =>
          late ? `It was due ${at}. This email comes late, because the platform was not running.` : `It was due ${at}.`,
      },
      'activity.assigned': {
        title: ({ title }) => `Assigned to you: ${title}`,
        text: () => 'See what there is to do, and by when.',
      },
      'note.mentioned': {
        title: ({ name }) => `${name} mentioned you in a note`,
        text: ({ text = '' }) => text,
      },
    },
    link: 'Open in the console',
    why: 'You choose on your account page which emails you get.',
  },
  es: {
    kinds: {
      'sync.failed': {
        title: ({ product }) => `Falló la sincronización con ${product}`,
        text: ({ product }) =>
          `No todos los cambios del menú llegaron a ${product}. No recibirás otro aviso hasta que una sincronización haya funcionado.`,
      },
      'sync.waiting': {
        title: ({ product }) => `La sincronización con ${product} requiere tu aprobación`,
        text: () => 'Eliminaría muchos artículos. Mira qué haría y continúala o cancélala.',
      },
      'api_key.expiring': {
        title: ({ client }) => `Una clave de ${client} vence pronto`,
        text: ({ key, at }) => `Desde el ${at} se rechaza la clave ${key}. Crea una nueva antes.`,
      },
      'invitation.accepted': {
        title: ({ name }) => `${name} aceptó tu invitación`,
        text: () => 'Ya puede trabajar contigo.',
      },
      'pin.locked': {
        title: ({ name }) => `Demasiados PIN incorrectos en ${name}`,
        text: () => 'Por un rato no se pueden usar los PIN ahí. Si fue un error, permítelos de nuevo.',
      },
      'pin.reset': {
        title: () => 'Se restableció tu PIN',
        text: () => 'Pide el nuevo a quien lo hizo. En la página de tu cuenta puedes elegir otro.',
      },
      'activity.due': {
        title: ({ title }) => title ?? '',
        text: ({ at, late }) =>
          late
            ? `Vence: ${at}. Este recordatorio llega tarde porque la plataforma no estaba en funcionamiento.`
            : `Vence: ${at}.`,
      },
      'activity.overdue': {
        title: ({ title }) => `Vencida: ${title}`,
        text: ({ at, late }) =>
          late
            ? `Venció: ${at}. Este correo llega tarde porque la plataforma no estaba en funcionamiento.`
            : `Venció: ${at}.`,
      },
      'activity.assigned': {
        title: ({ title }) => `Te asignaron: ${title}`,
        text: () => 'Mira qué hay que hacer y para cuándo.',
      },
      'note.mentioned': {
        title: ({ name }) => `${name} te mencionó en una nota`,
        text: ({ text = '' }) => text,
      },
    },
    link: 'Abrir en la consola',
    why: 'En la página de tu cuenta eliges qué correos recibes.',
  },
  tr: {
    kinds: {
      'sync.failed': {
        title: ({ product }) => `${product} senkronizasyonu başarısız oldu`,
        text: ({ product }) =>
          `Menüde değişenlerin tümü ${product} tarafına ulaşmadı. Bir senkronizasyon başarılı olana kadar yeniden bildirilmez.`,
      },
      'sync.waiting': {
        title: ({ product }) => `${product} senkronizasyonu onayınızı bekliyor`,
        text: () => 'Çok şey kaldıracak. Ne yapılacağına bakın, sürdürün ya da iptal edin.',
      },
      'api_key.expiring': {
        title: ({ client }) => `${client} için bir anahtarın süresi yakında doluyor`,
        text: ({ key, at }) => `${key} anahtarı ${at} tarihinden sonra reddedilir. Daha önce yeni bir tane oluşturun.`,
      },
      'invitation.accepted': {
        title: ({ name }) => `${name} davetinizi kabul etti`,
        text: () => 'Artık sizinle çalışabilir.',
      },
      'pin.locked': {
        title: ({ name }) => `${name}: çok fazla yanlış PIN`,
        text: () => 'Orada bir süre PIN girilemez. Yanlışlıkla olduysa yeniden izin verin.',
      },
      'pin.reset': {
        title: () => 'PIN’iniz sıfırlandı',
        text: () => 'Yenisini sıfırlayandan isteyin. Hesap sayfanızda başka bir PIN seçebilirsiniz.',
      },
      'activity.due': {
        title: ({ title }) => title ?? '',
        text: ({ at, late }) =>
          late ? `Son tarih: ${at}. Platform çalışmadığı için bu hatırlatma geç geldi.` : `Son tarih: ${at}.`,
      },
      'activity.overdue': {
        title: ({ title }) => `Gecikti: ${title}`,
        text: ({ at, late }) =>
          late ? `Son tarihi ${at} idi. Platform çalışmadığı için bu e-posta geç geldi.` : `Son tarihi ${at} idi.`,
      },
      'activity.assigned': {
        title: ({ title }) => `Size verildi: ${title}`,
        text: () => 'Ne yapılacağına ve ne zamana kadar yapılacağına bakın.',
      },
      'note.mentioned': {
        title: ({ name }) => `${name} bir notta sizden bahsetti`,
        text: ({ text = '' }) => text,
      },
    },
    link: 'Konsolda aç',
    why: 'Hangi e-postaları alacağınızı hesap sayfanızda seçersiniz.',
  },
};
