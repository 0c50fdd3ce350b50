import type { Words } from '../en.ts';

export const notices: Words['notices'] = {
  title: 'Bildirimler',
  unread_one: 'Bildirimler, {{count}} okunmamış',
  unread_other: 'Bildirimler, {{count}} okunmamış',
  isUnread: 'Okunmadı:',
  readAll: 'Tümünü okundu say',
  emptyTitle: 'Yeni bir şey yok',
  emptyText:
    'Başarısız olan bir eşitleme ya da süresi yakında dolacak bir anahtar gibi, sizi gerektiren bir şey olduğunda burada yazar.',
  webhook: 'Bir webhook',
  kind: {
    alert_raised: { title: '{{alert}}', text: '{{where}}. Sorunun ne olduğuna ve ne yapılabileceğine bakın.' },
    alert_recovered: { title: 'Düzeldi: {{alert}}', text: '{{where}} yeniden olması gerektiği gibi.' },
    sync_failed: {
      title: '{{product}} eşitlemesi başarısız oldu',
      text: 'Menüde değişenlerin tümü oraya ulaşmadı.',
    },
    sync_waiting: {
      title: '{{product}} eşitlemesi sizi bekliyor',
      text: 'Çok şey kaldırılacaktı. Sürdürün ya da iptal edin.',
    },
    api_key_expiring: {
      title: '{{client}} için bir anahtarın süresi yakında doluyor',
      text: '{{key}} şu tarihte biter: {{at}}. Yeni bir tane oluşturun.',
    },
    invitation_accepted: { title: '{{name}} davetinizi kabul etti', text: 'Artık sizinle çalışabilir.' },
  },
  /** What alerts are called, by their rule. */
  alert: {
    SUCCESS_RATE: 'Çok azı onaylanıyor',
    PENDING_AGE: 'Olaylar fazla bekliyor',
    FAILED_EVENTS: 'Çok fazla başarısız',
    CHANNEL_STOPPED: 'Bir kanal durdu',
    BREAKER_OPEN: 'Bir uygulama başarısız',
    WEBHOOK_DISABLED: 'Bir webhook durduruldu',
    WEBHOOK_FULL: 'Bir webhook için çok fazla olay bekliyor',
  },
};
