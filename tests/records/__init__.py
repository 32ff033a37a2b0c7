"""What MAP and CRM hold."""
