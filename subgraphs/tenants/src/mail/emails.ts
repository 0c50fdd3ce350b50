/** What is written to people, in the languages that we write. */
export const mailLanguages = ['en', 'es', 'tr'] as const;
export type MailLanguage = (typeof mailLanguages)[number];
/** Where each is spoken, for how numbers and moments are written: our Spanish is that of Mexico and the United States. */
export const localeOf: Readonly<Record<MailLanguage, string>> = { en: 'en-US', es: 'es-MX', tr: 'tr-TR' };

/** The first of these languages (BCP 47) that we write, else English. */
export function mailLanguage(wanted: readonly string[]): MailLanguage {
  const primary = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  const first = primary.find((tag) => mailLanguages.some((one) => one === tag));
  return mailLanguages.find((language) => language === first) ?? 'en';
}

export interface Written {
  subject: string;
  lines: readonly string[];
  /** What the link says. */
  link?: string;
}

interface Invited {
  tenant: string;
  inviter: string | undefined;
}

type Texts = {
  invitation(about: Invited): Written;
  passwordReset(): Written;
  passwordChanged(): Written;
};

const texts: Record<MailLanguage, Texts> = {
  en: {
    invitation: ({ tenant, inviter }) => ({
      subject: `Join ${tenant}`,
      lines: [
        `${inviter ?? 'Somebody'} invites you to work with ${tenant} on Mycelium.`,
        'The link works for 7 days and can be used once. If you did not expect this, ignore this email.',
      ],
      link: 'Accept the invitation',
    }),
    passwordReset: () => ({
      subject: 'Choose a new password',
      lines: [
        'Somebody asked for a new password for this address.',
        'The link works for 30 minutes and can be used once. If it was not you, nothing changes: ignore this email.',
      ],
      link: 'Choose a new password',
    }),
    passwordChanged: () => ({
      subject: 'Your password was changed',
      lines: [
        'The password of your account was changed, and you were logged out elsewhere.',
        'If it was not you, ask for a new password immediately and tell your account owner.',
      ],
    }),
  },
  es: {
    invitation: ({ tenant, inviter }) => ({
      subject: `Únete a ${tenant}`,
      lines: [
        `${inviter ?? 'Alguien'} te invita a trabajar con ${tenant} en Mycelium.`,
        'El enlace sirve durante 7 días y una sola vez. Si no lo esperabas, ignora este correo.',
      ],
      link: 'Aceptar la invitación',
    }),
    passwordReset: () => ({
      subject: 'Elige una contraseña nueva',
      lines: [
        'Alguien pidió una contraseña nueva para esta dirección.',
        'El enlace sirve durante 30 minutos y una sola vez. Si no fuiste tú, no cambia nada: ignora este correo.',
      ],
      link: 'Elegir una contraseña nueva',
    }),
    passwordChanged: () => ({
      subject: 'Se cambió tu contraseña',
      lines: [
        'Se cambió la contraseña de tu cuenta y se cerraron tus otras sesiones.',
        'Si no fuiste tú, pide de inmediato una contraseña nueva y avisa al propietario de tu cuenta.',
      ],
    }),
  },
  tr: {
    invitation: ({ tenant, inviter }) => ({
      subject: `${tenant} ekibine katılın`,
      lines: [
        `${inviter ?? 'Birisi'} sizi Mycelium'da ${tenant} ile çalışmaya davet ediyor.`,
        'Bağlantı 7 gün geçerlidir ve bir kez kullanılabilir. Beklemiyorsanız bir şey yapmanız gerekmez.',
      ],
      link: 'Daveti kabul et',
    }),
    passwordReset: () => ({
      subject: 'Yeni bir parola seçin',
      lines: [
        'Bu adres için yeni bir parola istendi.',
        'Bağlantı 30 dakika geçerlidir ve bir kez kullanılabilir. Siz istemediyseniz hiçbir şey değişmez.',
      ],
      link: 'Yeni parola seç',
    }),
    passwordChanged: () => ({
      subject: 'Parolanız değiştirildi',
      lines: [
        'Hesabınızın parolası değiştirildi ve diğer oturumlarınız kapatıldı.',
        'Bunu siz yapmadıysanız hemen yeni bir parola isteyin ve hesap yöneticinize haber verin.',
      ],
    }),
  },
};

export interface EmailText {
  subject: string;
  text: string;
  html: string;
}

export function invitationEmail(language: MailLanguage, about: Invited, url: string): EmailText {
  return render(language, texts[language].invitation(about), url);
}

export function passwordResetEmail(language: MailLanguage, url: string): EmailText {
  return render(language, texts[language].passwordReset(), url);
}

export function passwordChangedEmail(language: MailLanguage): EmailText {
  return render(language, texts[language].passwordChanged());
}

export function render(language: MailLanguage, { subject, lines, link = '' }: Written, url?: string): EmailText {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`);
  const button = url ? `<p><a href="${escaped(url)}">${escaped(link)}</a></p>` : '';
  return {
    // What a tenant or a person is called must not become a second header.
    subject: subject.replace(/\s+/g, ' '),
    text: [lines[0], ...(url ? [`${link}:\n${url}`] : []), ...lines.slice(1)].join('\n\n'),
    html: `<!doctype html><html lang="${language}"><body>${[paragraphs[0], button, ...paragraphs.slice(1)].join('')}</body></html>`,
  };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
