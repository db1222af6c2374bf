// The one script of My Sign-Ins: its address says which of its pages to show.

import { mount } from "../mount.tsx";
import { Register } from "./register.tsx";
import { SecurityInfo } from "./security-info.tsx";

mount(location.pathname.startsWith("/register") ? <Register /> : <SecurityInfo />);
