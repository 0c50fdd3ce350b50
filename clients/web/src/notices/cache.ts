import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Viewer.notices', 'Viewer.unreadNotices'],
  on: {
    readNotice: 'unreadNotices',
    readAllNotices: ['notices', 'unreadNotices'],
    noticeReceived: ['notices', 'unreadNotices'],
  },
});
