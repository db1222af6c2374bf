// The one script of the blade frames: the path says which blade to show.

import { mount } from '../mount.tsx';
import { AddPaneDocument } from './add-pane.tsx';
import { Methods } from './methods.tsx';

mount(location.pathname.endsWith('/AddAuthMethod.ReactView') ? <AddPaneDocument /> : <Methods />);
