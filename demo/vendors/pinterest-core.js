/** Stand-in for Pinterest's core.js, which does nothing but fetch the tag itself. */
insertScript('s.pinimg.com', '/ct/lib/main.5eaf.js');
