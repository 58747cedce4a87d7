using AdminOrders.Core.Connectors;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Core.Effects;

/// <summary>What a host says to run effects. The command line does not say it: it owes, and leaves the doing to the server.</summary>
public static class OrderEffects
{
    /// <summary>Registers the effect runner and the connectors beside <see cref="OrderStorage"/>. Configuration: <c>Effects:Claim</c>, <c>Mail:…</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddOrderEffects(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(EffectSettings.From(configuration));
        services.AddSingleton(provider => MailSettings.From(configuration, provider.GetRequiredService<StoreSource>().Folder));
        services.AddSingleton<MailReader>();
        services.AddMails(SmtpSettings.From(configuration));
        services.AddSingleton(provider => new OrderConversation(
            provider.GetRequiredService<IDbContextFactory<OrdersDb>>(), provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<MailReader>()));
        services.AddSingleton(provider => new CustomerLetters(
            provider.GetRequiredService<IDbContextFactory<OrdersDb>>(), provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<EffectRunner>();
        return services;
    }

    private static void AddMails(this IServiceCollection services, SmtpSettings? server)
    {
        services.AddSingleton(provider => new MailDelivery(
            provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<MailReader>(),
            provider.GetRequiredService<CustomerLinks>(), provider.GetRequiredService<PublicAddress>(), Way(provider, server)));
        services.AddSingleton(provider => new Connector(Consumers.MailStore, provider.GetRequiredService<MailDelivery>().Deliver));
        services.AddSingleton(provider => new Connector(Consumers.MailCustomer, provider.GetRequiredService<MailDelivery>().Deliver));
    }

    // To the server that is named; to the folder where none is.
    private static MailWay Way(IServiceProvider provider, SmtpSettings? named)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        if (named is null)
        {
            return new MailFolder(provider.GetRequiredService<MailSettings>().Folder, time).Send;
        }

        var server = new MailServer(named, time);
        return (mail, _, cancellationToken) => server.Send(mail, cancellationToken);
    }
}
