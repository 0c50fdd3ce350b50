import { useEffect, useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Notices } from './look/Notices.tsx';
import { routes } from './routes.tsx';

/** All pages for who is logged in; it starts over with each login. */
export function Component() {
  const [router] = useState(() => createBrowserRouter(routes, { basename: '/app' }));
  useEffect(() => () => router.dispose(), [router]);
  return (
    <>
      <Notices />
      <RouterProvider router={router} />
    </>
  );
}
